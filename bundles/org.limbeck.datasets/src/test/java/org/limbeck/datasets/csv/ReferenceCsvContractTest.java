package org.limbeck.datasets.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.ReferenceDatasetContract;

class ReferenceCsvContractTest extends ReferenceDatasetContract {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.write(
        folder.resolve("rows.csv"),
        IntStream.range(0, 100).mapToObj(i -> i + "," + i * i % 17 + "," + i % 3).toList());
  }

  @Override
  protected ReferenceDataset dataset() {
    return reference(9);
  }

  @Override
  protected List<ReferenceDataset> others() {
    return List.of(reference(8), reference(3, 0));
  }

  private ReferenceDataset reference(int rows, int... classes) {
    CsvFormat format = NumbersFormat.of(false, "3", "");
    return new ReferenceCsv(
        folder.resolve("rows.csv"), "", format, Scaling.STANDARD, rows, classes);
  }
}
