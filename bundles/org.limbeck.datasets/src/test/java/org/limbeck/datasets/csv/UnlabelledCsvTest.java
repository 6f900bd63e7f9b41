package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference rows of a file that has no labels. */
class UnlabelledCsvTest {
  private static final CsvFormat FORMAT = NumbersFormat.of(true, "", "");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("rows.csv");
    Files.writeString(file, "x,y\n0,10\n4,30\n2,20\n");
  }

  @Test
  void allRowsMayServe() {
    ReferenceCsv reference = reference(2);
    assertThat(reference.rows()).isEqualTo(2);
    float[] row = new float[2];
    reference.read(1, row, 0);
    assertThat(row).containsExactly(1, 1);
    assertThat(reference(3).rows()).isEqualTo(3);
  }

  @Test
  void saysHowManyThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reference(4))
        .withMessage("rows: there are 3 rows in " + file + ", not 4");
  }

  @Test
  void refusesClasses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reference(2, 1))
        .withMessageStartingWith("classes: rows without labels are of no class");
  }

  private ReferenceCsv reference(int rows, int... classes) {
    return new ReferenceCsv(file, "", FORMAT, Scaling.RANGE, rows, classes);
  }
}
