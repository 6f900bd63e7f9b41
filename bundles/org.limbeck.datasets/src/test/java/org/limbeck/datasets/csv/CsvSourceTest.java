package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.Table;

class CsvSourceTest {
  private static final CsvFormat NAMED = new CsvFormat(true, "kind", "writer", 0, 0);

  @TempDir Path folder;
  private Path file;
  private Path test;

  @BeforeEach
  void name() {
    file = folder.resolve("rows.csv");
    test = folder.resolve("test.csv");
  }

  @Test
  void readsColumnsByName() throws IOException {
    write(file, "x,kind,writer,y\n0,10,ada,4\n2,9,bob,8\n");
    write(test, "x,kind,writer,y\n1,9,cy,4\n");
    LabelledSource source = CsvSource.read(file, test.toString(), NAMED, Scaling.RANGE);

    Table training = source.training();
    assertThat(source.classes()).isEqualTo(2);
    assertThat(training.shape()).isEqualTo(new Shape(1, 1, 2));
    assertThat(training.label(0)).as("labels are in the order of numbers").isEqualTo(1);
    assertThat(training.group(1)).isEqualTo("bob");
    assertThat(row(training, 1)).containsExactly(1, 1);
    assertThat(row(source.test(), 0)).containsExactly(0.5f, 0);
    assertThat(source.test().label(0)).isZero();
  }

  @Test
  void scalesByMeanAndDeviation() throws IOException {
    write(file, "x,kind,writer,y\n0,a,ada,7\n4,b,ada,7\n");
    write(test, "x,kind,writer,y\n6,b,ada,9\n");
    LabelledSource source = CsvSource.read(file, test.toString(), NAMED, Scaling.STANDARD);
    assertThat(row(source.training(), 0)).containsExactly(-1, 0);
    assertThat(row(source.test(), 0)).containsExactly(2, 2);
  }

  @Test
  void readsRowsAsImages() throws IOException {
    write(file, "1,2,3,4,5,6,a\n1,2,3,4,5,6,b\n");
    CsvFormat format = new CsvFormat(false, "7", "", 2, 3);
    assertThat(CsvSource.read(file, file.toString(), format, Scaling.NONE).training().shape())
        .isEqualTo(new Shape(2, 3, 1));
    assertRefused(
        new CsvFormat(false, "7", "", 4, 0), "height, width: 6 columns are no images of 4x0");
  }

  @Test
  void saysWhichColumnMayBeMeant() throws IOException {
    write(file, "x,label,y\n0,1,2\n");
    assertRefused(
        new CsvFormat(true, "lable", "", 0, 0),
        file + ": there is no column 'lable'; did you mean 'label'? there are 3: x, label, y");
    assertRefused(
        new CsvFormat(true, "4", "", 0, 0),
        file + ": there is no column '4'; did you mean 'x'? there are 3: x, label, y");
  }

  @Test
  void saysWhereThereIsNoNumber() throws IOException {
    write(file, "# a comment\nx,kind,writer\n\n1,a,ada\ntwo,b,ada\n");
    assertRefused(NAMED, file + ":5: column 'x': 'two' is no number");
    write(file, "x,kind,writer\nNaN,a,ada\n");
    assertRefused(NAMED, file + ":2: column 'x': 'NaN' is no number");
  }

  @Test
  void saysWhichLineIsShort() throws IOException {
    write(file, "x,kind,writer\n1,a,ada\n1,b\n");
    assertRefused(NAMED, file + ":3: 2 columns, not 3");
  }

  @Test
  void refusesTestLabelsThatNoTrainingRowHas() throws IOException {
    write(file, "x,kind,writer\n1,a,ada\n2,b,ada\n");
    write(test, "x,kind,writer\n1,a,ada\n2,c,ada\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, test.toString(), NAMED, Scaling.NONE))
        .withMessage(test + ": row 2 has the label 'c', which no training row has");
  }

  @Test
  void refusesFilesWithoutRowsOrClasses() throws IOException {
    assertRefused(NAMED, file + ": there is no such file");
    write(file, "x,kind,writer\n");
    assertRefused(NAMED, file + ": there are no rows in it");
    write(file, "x,kind,writer\n1,a,ada\n2,a,bob\n");
    assertRefused(NAMED, file + ": all rows have the label a");
  }

  private void assertRefused(CsvFormat format, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, file.toString(), format, Scaling.NONE))
        .withMessage(message);
  }

  private static float[] row(Table table, int row) {
    float[] values = new float[table.shape().features()];
    table.read(row, values, 0);
    return values;
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text);
  }
}
