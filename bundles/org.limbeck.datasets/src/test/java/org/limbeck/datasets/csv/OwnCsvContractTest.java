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
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.testkit.PrivateDatasetContract;

class OwnCsvContractTest extends PrivateDatasetContract {
  private static final ClassNames CLASSES = new ClassNames(List.of("red", "green", "blue"));

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Random random = new Random(1);
    Files.createDirectory(folder.resolve("own"));
    for (String file : List.of("own/one.csv", "own/two.csv", "test.csv")) {
      Files.write(
          folder.resolve(file),
          IntStream.range(0, 20)
              .mapToObj(
                  i -> random.nextInt(99) + "," + random.nextInt(1024) / 1024.0 + "," + name(i))
              .toList());
    }
    Files.writeString(folder.resolve("common.csv"), "10,0.2\n90,0.8\n30,0.5\n");
  }

  private static String name(int row) {
    return CLASSES.names().get(row % 2);
  }

  @Override
  protected PrivateDataset dataset() {
    return dataset(Scaling.STANDARD);
  }

  private PrivateDataset dataset(String scale) {
    CsvFormat format = NumbersFormat.of(false, "", "");
    SharedCsv common = SharedCsv.of(folder.resolve("common.csv"), format, scale);
    return new OwnCsv(
        new OwnCsvSource(common, "3", CLASSES),
        folder.resolve("own").toString(),
        folder.resolve("test.csv").toString());
  }

  @Override
  protected float[] rawRow(int row) {
    float[] raw = new float[2];
    dataset(Scaling.NONE).training().read(row, raw, 0);
    return raw;
  }

  @Override
  protected List<float[]> rawRowsOutOfRange() {
    return List.of(new float[] {1, Float.NaN});
  }
}
