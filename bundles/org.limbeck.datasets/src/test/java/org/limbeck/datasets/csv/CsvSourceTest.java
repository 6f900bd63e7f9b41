package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.MissingValue;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.Table;

class CsvSourceTest {
  private static final CsvFormat NAMED = NumbersFormat.of(true, "kind", "writer");

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
  void namesTheFileOfTooFewRowsToTrainOn() throws IOException {
    write(file, "x,kind,writer\n0,a,ada\n" + "2,b,bob\n".repeat(8));
    write(test, "x,kind,writer\n1,a,cy\n");
    CsvSource few = CsvSource.read(file, test.toString(), NAMED, Scaling.NONE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrivateCsv(few, "test"))
        .withMessage(file + ": there are 9 training rows, and at least 10 must be there to divide");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ReferenceCsv(file, test.toString(), NAMED, Scaling.NONE, 1))
        .withMessageStartingWith(file + ": there are 9 training rows");
  }

  /** The third column of one file is the first of the other. */
  @Test
  void columnsAreNames() throws IOException {
    write(file, "x,kind,writer,y\n0,a,ada,4\n2,b,bob,8\n");
    write(test, "y,writer,x,kind\n6,cy,1,b\n");
    LabelledSource source = CsvSource.read(file, test.toString(), NAMED, Scaling.NONE);
    assertThat(row(source.test(), 0)).containsExactly(1, 6);
    assertThat(source.test().label(0)).isOne();
    assertThat(source.test().group(0)).isEqualTo("cy");
    assertThat(names(source.training())).containsExactly("x", "y");

    write(test, "x,kind,writer,z,y\n1,b,cy,5,6\n");
    assertTestRefused(test + ": there is a column 'z', which " + file + " has not");
    write(test, "x,kind,writer\n1,b,cy\n");
    assertTestRefused(test + ": there is no column 'y', which " + file + " has");
    write(test, "y,y,x,kind,writer\n1,2,3,b,cy\n");
    assertTestRefused(
        test
            + ": columns 1 and 2 are both called 'y': give one of them another name, or leave it"
            + " aside by ignore");
  }

  @Test
  void columnsWithoutNamesAreAsMany() throws IOException {
    CsvFormat numbered = NumbersFormat.of(false, "2", "");
    write(file, "0,a,4\n2,b,8\n");
    write(test, "0,a\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, test.toString(), numbered, Scaling.NONE))
        .withMessage(test + ": there are 1 columns of numbers, and 2 in " + file);
  }

  /** As floats all of them would be 1.7e15, and the rows would differ in nothing. */
  @Test
  void largeNumbersAreScaledBeforeTheyAreRounded() throws IOException {
    write(file, "x,kind,writer\n1700000000000001,a,ada\n1700000000000003,b,ada\n");
    LabelledSource source = CsvSource.read(file, file.toString(), NAMED, Scaling.RANGE);
    assertThat(row(source.training(), 0)).containsExactly(0);
    assertThat(row(source.training(), 1)).containsExactly(1);
    float[] between = new float[1];
    source.training().columns().get(0).encode("1700000000000002", 0, between, 0);
    assertThat(between).containsExactly(0.5f);
  }

  /** Java takes the mean of them for a little less, and them for very far from it. */
  @Test
  void columnsOfOneNumberAreZero() throws IOException {
    write(file, "x,kind,writer\n0.1,a,ada\n0.1,b,ada\n0.1,b,ada\n");
    for (String scale : new String[] {Scaling.STANDARD, Scaling.RANGE}) {
      Table training = CsvSource.read(file, file.toString(), NAMED, scale).training();
      assertThat(row(training, 0)).containsExactly(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1d", "2F", "0x1Fp0", "NaN", "Infinity", "1e999", "1,2", "", "--1", "e5"})
  void refusesWhatIsNoNumber(String cell) throws IOException {
    write(file, "x,kind,writer\n\"" + cell + "\",a,ada\n");
    assertRefused(NAMED, file + ":2: column 'x': '" + cell + "' is no number" + hint(cell));
  }

  @Test
  void labelsThatAreNumbersAreInTheOrderOfNumbers() throws IOException {
    write(file, "x,kind,writer\n0,10.0,a\n1,5.0,a\n2,-1e1,a\n");
    Table training = CsvSource.read(file, file.toString(), NAMED, Scaling.NONE).training();
    assertThat(training.label(0)).isEqualTo(2);
    assertThat(training.label(1)).isEqualTo(1);
    assertThat(training.label(2)).isZero();
    write(file, "x,kind,writer\n0,5,a\n1,5.0,a\n");
    assertRefused(NAMED, file + ": the labels '5' and '5.0' are one number: write it alike");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?", "NA", "nan"})
  void aMissingLabelIsNoClass(String label) throws IOException {
    write(file, "x,kind,writer\n0,a,ada\n1," + label + ",ada\n");
    assertRefused(
        NAMED,
        file
            + ":3: the label is missing: '"
            + label
            + "' is no class; missing: drop leaves such rows out");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAName() throws IOException {
    write(file, "\uFEFFkind,x,writer\na,0,ada\nb,1,ada\n");
    Table training = CsvSource.read(file, file.toString(), NAMED, Scaling.NONE).training();
    assertThat(names(training)).containsExactly("x");
    Files.writeString(file, "kind,x,writer\na,0,ada\n", StandardCharsets.UTF_16);
    assertRefused(NAMED, file + ": it is text in UTF-16: save it as UTF-8");
  }

  @Test
  void readsRowsAsImages() throws IOException {
    write(file, "1,2,3,4,5,6,a\n1,2,3,4,5,6,b\n");
    CsvFormat format = imagesOf(2, 3);
    assertThat(CsvSource.read(file, file.toString(), format, Scaling.NONE).training().shape())
        .isEqualTo(new Shape(2, 3, 1));
    assertRefused(imagesOf(4, 0), "height, width: 6 columns are no images of 4x0");
  }

  @Test
  void saysWhichColumnMayBeMeant() throws IOException {
    write(file, "x,label,y\n0,1,2\n");
    assertRefused(
        NumbersFormat.of(true, "lable", ""),
        file + ": there is no column 'lable'; did you mean 'label'? there are 3: x, label, y");
    assertRefused(
        NumbersFormat.of(true, "4", ""),
        file + ": there is no column '4'; did you mean 'x'? there are 3: x, label, y");
  }

  @Test
  void saysWhereThereIsNoNumber() throws IOException {
    write(file, "# a comment\nx,kind,writer\n\n1,a,ada\ntwo,b,ada\n");
    assertRefused(
        NumbersFormat.of(new CsvLayout(true, "", "#"), "kind", "writer"),
        file + ":5: column 'x': 'two' is no number");
    write(file, "x,kind,writer\nNaN,a,ada\n");
    assertRefused(NAMED, file + ":2: column 'x': 'NaN' is no number" + hint("NaN"));
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
        .withMessage(test + ":3: the label is 'c', which no training row has");
  }

  @Test
  void refusesFilesWithoutRowsOrClasses() throws IOException {
    assertRefused(NAMED, file + ": there is no such file");
    write(file, "x,kind,writer\n");
    assertRefused(NAMED, file + ": there are no rows in it");
    write(file, "x,kind,writer\n1,a,ada\n2,a,bob\n");
    assertRefused(NAMED, file + ": all rows have the label a");
  }

  private void assertTestRefused(String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, test.toString(), NAMED, Scaling.NONE))
        .withMessage(message);
  }

  private void assertRefused(CsvFormat format, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, file.toString(), format, Scaling.NONE))
        .withMessage(message);
  }

  private static String hint(String cell) {
    return MissingValue.is(cell)
        ? "; a value that is missing needs missing: drop, mean or median"
        : "";
  }

  private static CsvFormat imagesOf(int height, int width) {
    CsvLayout layout = new CsvLayout(false, "", "");
    return new CsvFormat(layout, "7", "", NumbersFormat.NUMBERS, height, width);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().flatMap(column -> column.featureNames().stream()).toList();
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
