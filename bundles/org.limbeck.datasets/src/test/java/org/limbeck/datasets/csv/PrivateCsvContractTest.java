package org.limbeck.datasets.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.PrivateDatasetContract;

class PrivateCsvContractTest extends PrivateDatasetContract {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(1);
    List<String> lines =
        IntStream.range(0, 100)
            .mapToObj(i -> random.nextInt(99) + "," + random.nextInt(1024) / 1024.0 + ",c" + i % 3)
            .toList();
    Files.write(folder.resolve("rows.csv"), lines);
  }

  @Override
  protected PrivateDataset dataset() {
    CsvFormat format = NumbersFormat.of(false, "3", "");
    return new PrivateCsv(
        CsvSource.read(folder.resolve("rows.csv"), "", format, Scaling.STANDARD), "test");
  }

  @Override
  protected float[] rawRow(int row) {
    CsvFormat format = NumbersFormat.of(false, "3", "");
    float[] raw = new float[2];
    new PrivateCsv(CsvSource.read(folder.resolve("rows.csv"), "", format, Scaling.NONE), "test")
        .training()
        .read(row, raw, 0);
    return raw;
  }

  @Override
  protected List<float[]> rawRowsOutOfRange() {
    return List.of(new float[] {1, Float.NaN});
  }
}
