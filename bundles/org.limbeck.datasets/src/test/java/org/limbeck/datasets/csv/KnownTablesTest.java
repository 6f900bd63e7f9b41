package org.limbeck.datasets.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.Table;

/**
 * Tables that many people begin with, as they are. The numbers expected are numpy's: {@code
 * nanmean} or {@code nanmedian} for gaps, then {@code (v - v.mean()) / v.std()}, or {@code (v -
 * v.min()) / (v.max() - v.min())}, in double precision.
 */
class KnownTablesTest {
  private static final CsvLayout NAMED = new CsvLayout(true, "", "");

  @TempDir Path folder;

  @Test
  void titanic() throws IOException {
    FeatureChoice features =
        new FeatureChoice(
            List.of(),
            List.of("PassengerId", "Name", "Ticket", "Cabin"),
            List.of("Sex", "Embarked"),
            List.of(),
            MissingValues.MEDIAN,
            false);
    Path file = write(TableExtracts.TITANIC);
    LabelledSource source = read(file, NAMED, "Survived", features, Scaling.STANDARD);
    Table rows = source.training();
    assertThat(names(rows))
        .containsExactly(
            "Pclass",
            "Sex=female",
            "Sex=male",
            "Age",
            "SibSp",
            "Parch",
            "Fare",
            "Embarked=C",
            "Embarked=Q",
            "Embarked=S");
    assertThat(labels(rows)).containsExactly(0, 1, 1, 1, 0, 0, 0, 0, 1, 1);
    assertThat(column(rows, 0))
        .containsExactly(
            new float[] {
              0.7777778f, -1.4444444f, 0.7777778f, -1.4444444f, 0.7777778f,
              0.7777778f, -1.4444444f, 0.7777778f, 0.7777778f, -0.33333334f
            },
            within(1e-6f));
    assertThat(column(rows, 2)).containsExactly(1, 0, 0, 0, 1, 1, 1, 1, 0, 0);
    assertThat(column(rows, 3))
        .as("27 stands for the sixth age")
        .containsExactly(
            new float[] {
              -0.4487118f, 0.747853f, -0.1495706f, 0.5234971f, 0.5234971f,
              -0.0747853f, 1.9444178f, -1.9444178f, -0.0747853f, -1.0469942f
            },
            within(1e-6f));
    assertThat(column(rows, 8)).containsExactly(0, 0, 0, 0, 0, 1, 0, 0, 0, 0);
    assertThat(source.notices())
        .contains(file + ": column 'Age': 1 of 10 values are missing; 27.0 stands for them");
  }

  @Test
  void penguins() throws IOException {
    FeatureChoice features = choice(List.of("island", "sex"), MissingValues.MEAN);
    Path file = write(TableExtracts.PENGUINS);
    LabelledSource source = read(file, NAMED, "species", features, Scaling.STANDARD);
    Table rows = source.training();
    assertThat(source.classNames()).containsExactly("Adelie", "Chinstrap", "Gentoo");
    assertThat(labels(rows)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 1, 1);
    assertThat(names(rows))
        .containsExactly(
            "island=Biscoe",
            "island=Dream",
            "island=Torgersen",
            "bill_length_mm",
            "bill_depth_mm",
            "flipper_length_mm",
            "body_mass_g",
            "sex=female",
            "sex=male",
            "year");
    assertThat(row(rows, 0))
        .containsExactly(
            new float[] {0, 0, 1, -0.5323751f, 0.3796474f, -1.1499503f, -0.29641125f, 0, 1, 0},
            within(1e-6f));
    assertThat(row(rows, 3))
        .as("means stand for all four numbers, and the sex is not known")
        .containsExactly(new float[] {0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, within(1e-6f));
    assertThat(row(rows, 10))
        .containsExactly(
            new float[] {1, 0, 0, 1.7507286f, -0.98708326f, 2.8042648f, 2.7523901f, 0, 1, 0},
            within(1e-6f));
    assertThat(source.notices())
        .contains(
            file
                + ": column 'flipper_length_mm': 1 of 13 values are missing; 195.25 stands for"
                + " them",
            file + ": column 'sex': 2 of 13 values are missing; they are of no category");
  }

  @Test
  void adult() throws IOException {
    CsvLayout layout = new CsvLayout(false, "", "");
    FeatureChoice features =
        choice(List.of("2", "4", "6", "7", "8", "9", "10", "14"), MissingValues.MEAN);
    Path file = write(TableExtracts.ADULT);
    LabelledSource source = read(file, layout, "15", features, Scaling.RANGE);
    Table rows = source.training();
    assertThat(source.classNames()).containsExactly("<=50K", ">50K");
    assertThat(labels(rows)).containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1);
    assertThat(row(rows, 0))
        .containsExactly(
            new float[] {
              0.44f, // age
              0,
              0,
              1, // Private, Self-emp-not-inc, State-gov
              0.10844827f, // weight
              0,
              0,
              0,
              1,
              0,
              0, // 11th, 9th, Assoc-voc, Bachelors, HS-grad, Masters
              0.8888889f, // years of education
              0,
              0,
              0,
              1, // Divorced, Married-civ-spouse, Married-spouse-absent, Never-married
              1,
              0,
              0,
              0,
              0,
              0, // Adm-clerical, Craft-repair, Exec-managerial, …
              0,
              1,
              0, // Husband, Not-in-family, Wife
              0,
              0,
              1, // Asian-Pac-Islander, Black, White
              0,
              1, // Female, Male
              0.15435956f, // gain
              0, // loss, of which all are 0
              0.7297297f, // hours
              0,
              0,
              1 // Cuba, Jamaica, United-States
            },
            within(1e-6f));
    float[] last = row(rows, 10);
    assertThat(List.of(last[last.length - 3], last[last.length - 2], last[last.length - 1]))
        .as("the country is not known")
        .containsOnly(0f);
    assertThat(source.notices())
        .contains(file + ": column '14': 1 of 11 values are missing; they are of no category");
  }

  /** The file of the test rows begins with a line of its own, and its labels end with a point. */
  @Test
  void adultTest() throws IOException {
    String tested = "|1x3 Cross validator\n" + TableExtracts.ADULT.replace("50K\n", "50K.\n");
    FeatureChoice features =
        choice(List.of("2", "4", "6", "7", "8", "9", "10", "14"), MissingValues.MEAN);
    CsvLayout layout = new CsvLayout(false, "", "|");
    LabelledSource source = read(write(tested), layout, "15", features, Scaling.RANGE);
    assertThat(source.training().rows()).isEqualTo(11);
    assertThat(source.classNames()).containsExactly("<=50K.", ">50K.");
    Path file = Files.writeString(folder.resolve("adult.data"), TableExtracts.ADULT);
    CsvFormat format = new CsvFormat(layout, "15", "", features, 0, 0);
    Path test = folder.resolve("table.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CsvSource.read(file, test.toString(), format, Scaling.RANGE))
        .withMessage(test + ":2: the label is '<=50K.', which no training row has");
  }

  @Test
  void wine() throws IOException {
    FeatureChoice features = choice(List.of(), MissingValues.REFUSE);
    Path file = write(TableExtracts.WINE);
    LabelledSource source = read(file, NAMED, "quality", features, Scaling.STANDARD);
    Table rows = source.training();
    assertThat(source.classNames()).containsExactly("5", "6", "7");
    assertThat(labels(rows)).containsExactly(0, 0, 0, 1, 0, 0, 0, 2, 2, 0);
    assertThat(names(rows)).hasSize(11).startsWith("fixed acidity").endsWith("alcohol");
    assertThat(row(rows, 0))
        .containsExactly(
            new float[] {
              -0.4986624f,
              0.451753f,
              -0.5634891f,
              -0.32939798f,
              -0.10336228f,
              -0.89666545f,
              -0.62657607f,
              0.73120004f,
              1.2764661f,
              -0.30519554f,
              -0.88083035f
            },
            within(1e-6f));
    assertThat(row(rows, 9))
        .containsExactly(
            new float[] {
              -0.4079965f,
              -0.85767597f,
              1.38705f,
              2.8879776f,
              -0.6201737f,
              0.5191221f,
              2.2329657f,
              0.73120004f,
              -0.041176327f,
              2.2205606f,
              2.3488808f
            },
            within(1e-6f));
    assertThat(source.notices())
        .contains(file + ": ';' stands between cells, as in its first line");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), text);
  }

  /** All rows are to train on. */
  private static LabelledSource read(
      Path file, CsvLayout layout, String label, FeatureChoice features, String scale) {
    CsvFormat format = new CsvFormat(layout, label, "", features, 0, 0);
    return CsvSource.read(file, file.toString(), format, scale);
  }

  private static FeatureChoice choice(List<String> categories, MissingValues missing) {
    return new FeatureChoice(List.of(), List.of(), categories, List.of(), missing, false);
  }

  private static List<String> names(Table table) {
    return table.columns().stream().flatMap(column -> column.featureNames().stream()).toList();
  }

  private static int[] labels(Table table) {
    return IntStream.range(0, table.rows()).map(table::label).toArray();
  }

  private static float[] column(Table table, int column) {
    float[] values = new float[table.rows()];
    for (int row = 0; row < values.length; row++) {
      values[row] = row(table, row)[column];
    }
    return values;
  }

  private static float[] row(Table table, int row) {
    float[] values = new float[table.shape().features()];
    table.read(row, values, 0);
    return values;
  }
}
