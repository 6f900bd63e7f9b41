package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.Table;

/**
 * Files as people have them: ids, names, texts, dates, gaps and other separators. Means and medians
 * are those of {@code numpy.nanmean} and {@code numpy.nanmedian}.
 */
class CsvColumnsTest {
  private static final String PASSENGERS =
      """
      id,survived,name,sex,age,fare,embarked
      1,0,"Braund, Owen",male,22,7.25,S
      2,1,"Cumings, Florence",female,38,71.25,C
      3,1,"Heikkinen, Laina",female,26,8,
      4,0,"Moran, James",male,,8.5,Q
      """;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("titanic.csv");
  }

  @Test
  void leavesAsideWhatIsIgnored() throws IOException {
    Files.writeString(file, "id,x,kind,y\n7,1,a,2\n8,3,b,4\n");
    Table rows = training(format("kind", choice(List.of(), List.of("id"), "refuse")));
    assertThat(names(rows)).containsExactly("x", "y");
    assertThat(row(rows, 1)).containsExactly(3, 4);
    rows = training(format("kind", choice(List.of("y", "2"), List.of(), "refuse")));
    assertThat(names(rows)).as("in the order of the option").containsExactly("y", "x");
    assertThat(row(rows, 1)).containsExactly(4, 3);
  }

  @Test
  void takesTextsAsCategories() throws IOException {
    Files.writeString(file, PASSENGERS);
    LabelledSource source = read(passengers("mean"));
    Table rows = source.training();
    assertThat(names(rows))
        .containsExactly(
            "sex=female", "sex=male", "age", "fare", "embarked=C", "embarked=Q", "embarked=S");
    assertThat(row(rows, 0)).containsExactly(0, 1, 22, 7.25f, 0, 0, 1);
    assertThat(row(rows, 2)).as("of no port").containsExactly(1, 0, 26, 8, 0, 0, 0);
    assertThat(row(rows, 3))
        .as("with the mean of the ages")
        .containsExactly(0, 1, 28.666666f, 8.5f, 0, 1, 0);
    assertThat(source.notices())
        .contains(
            file + ": column 'age': 1 of 4 values are missing; 28.666666666666668 stands for them",
            file + ": column 'embarked': 1 of 4 values are missing; they are of no category");
    assertThat(row(training(passengers("median")), 3)[2]).isEqualTo(26);
  }

  @Test
  void rowsThatMissSomethingAreLeftOutAndCounted() throws IOException {
    Files.writeString(file, PASSENGERS + "5,?,\"Nobody\",male,30,9,S\n");
    LabelledSource source = read(passengers("drop"));
    assertThat(source.training().rows()).isEqualTo(2);
    assertThat(source.notices()).contains(file + ": 3 of 5 rows are left out: values are missing");
  }

  @Test
  void refusesGapsUnlessToldOtherwise() throws IOException {
    Files.writeString(file, PASSENGERS);
    assertRefused(
        passengers("refuse"),
        file
            + ":4: column 'embarked': '' is no category; a value that is missing needs missing:"
            + " drop, mean or median");
  }

  @Test
  void datesAreNumbers() throws IOException {
    Files.writeString(file, "day,kind\n2026-01-01,a\n2026-01-02,b\n2026-01-05,b\n");
    FeatureChoice dates =
        new FeatureChoice(
            List.of(), List.of(), List.of(), List.of("day"), MissingValues.REFUSE, false);
    LabelledSource source =
        CsvSource.read(file, file.toString(), format("kind", dates), Scaling.RANGE);
    assertThat(row(source.training(), 1)).containsExactly(0.25f);
    Files.writeString(file, "day,kind\n1.1.2026,a\n2.1.2026,b\n");
    assertRefused(
        format("kind", dates), file + ":2: column 'day': '1.1.2026' is no date such as 2026-01-31");
  }

  @Test
  void findsTheSeparatorInTheFirstLine() throws IOException {
    for (String separator : List.of(";", "\t", "|")) {
      Files.writeString(file, "x;kind;y\n1;a;2\n3;b;4\n".replace(";", separator));
      LabelledSource source = read(NumbersFormat.of(true, "kind", ""));
      assertThat(row(source.training(), 1)).containsExactly(3, 4);
      assertThat(source.notices()).hasSize(2).allMatch(notice -> notice.contains("stands between"));
    }
  }

  @Test
  void refusesAFirstLineWithSeveralSeparators() throws IOException {
    Files.writeString(file, "x;kind,y\n1;a;2\n");
    assertRefused(
        NumbersFormat.of(true, "kind", ""),
        file
            + ": the first line has ',' and ';': say by separator which of them stands between"
            + " cells");
    CsvFormat told =
        new CsvFormat(new CsvLayout(true, ";", ""), "kind,y", "", NumbersFormat.NUMBERS, 0, 0);
    Files.writeString(file, "x;kind,y\n1;a\n2;b\n");
    assertThat(read(told).notices()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvLayout(true, "ab", ""))
        .withMessageStartingWith("separator: ");
  }

  @Test
  void refusesColumnsThatAreTwoThings() throws IOException {
    Files.writeString(file, "x,kind,y\n1,a,2\n3,b,4\n");
    assertRefused(
        format("kind", choice(List.of("x", "kind"), List.of(), "refuse")),
        file + ": column 'kind' is the label or group, and no feature");
    assertRefused(
        format("kind", choice(List.of(), List.of("z"), "refuse")),
        file + ": there is no column 'z'; did you mean 'x'? there are 3: x, kind, y");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> choice(List.of("x"), List.of("x"), "refuse"))
        .withMessage("columns, ignore: the column 'x' is there twice");
  }

  /** What is left aside need not be in another file, and a category that nobody knew is refused. */
  @Test
  void anotherFileHasTheSameCategories() throws IOException {
    Files.writeString(file, "id,colour,kind\n1,red,a\n2,blue,b\n");
    Path other = Files.writeString(folder.resolve("test.csv"), "kind,colour\nb,blue\na,red\n");
    FeatureChoice colours =
        new FeatureChoice(
            List.of(), List.of("id"), List.of("colour"), List.of(), MissingValues.REFUSE, false);
    CsvFormat format = format("kind", colours);
    Table test = CsvSource.read(file, other.toString(), format, Scaling.NONE).test();
    assertThat(row(test, 0)).as("blue, red").containsExactly(1, 0);
    Files.writeString(other, "kind,colour\nb,green\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, other.toString(), format, Scaling.NONE))
        .withMessage(other + ":2: column 'colour': 'green' is none of [blue, red]");
  }

  private CsvFormat passengers(String missing) {
    return format(
        "survived",
        new FeatureChoice(
            List.of(),
            List.of("id", "name"),
            List.of("sex", "embarked"),
            List.of(),
            MissingValues.named(missing),
            false));
  }

  private static FeatureChoice choice(List<String> columns, List<String> ignored, String missing) {
    return new FeatureChoice(
        columns, ignored, List.of(), List.of(), MissingValues.named(missing), false);
  }

  private static CsvFormat format(String label, FeatureChoice features) {
    return new CsvFormat(new CsvLayout(true, "", ""), label, "", features, 0, 0);
  }

  private LabelledSource read(CsvFormat format) {
    return CsvSource.read(file, file.toString(), format, Scaling.NONE);
  }

  private Table training(CsvFormat format) {
    return read(format).training();
  }

  private void assertRefused(CsvFormat format, String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> read(format)).withMessage(message);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().flatMap(column -> column.featureNames().stream()).toList();
  }

  private static float[] row(Table table, int row) {
    float[] values = new float[table.shape().features()];
    table.read(row, values, 0);
    return values;
  }
}
