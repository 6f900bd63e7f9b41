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
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.datasets.rows.Table;

/** One row has the same features among the private rows and among those for reference. */
class ReferenceEncodingTest {
  private static final CsvLayout NAMED = new CsvLayout(true, "", "");
  private static final String PRIVATE =
      "size,colour,day,kind\n0,red,2026-01-01,a\n10,blue,2026-01-03,b\n30,red,2026-01-05,b\n";

  @TempDir Path folder;
  private Path own;
  private Path shared;

  @BeforeEach
  void write() throws IOException {
    own = Files.writeString(folder.resolve("own.csv"), PRIVATE);
    shared = folder.resolve("shared.csv");
  }

  /** 20 of 0 to 30 is 2/3, and 2026-01-02 a quarter of the way from the 1st to the 5th. */
  @Test
  void scalesAndCategoriesAreThoseOfThePrivateRows() throws IOException {
    Files.writeString(shared, "day,size,colour\n2026-01-05,30,red\n2026-01-02,20,red\n");
    CsvSource source = source(MissingValues.REFUSE);
    Table rows = source.training();
    ReferenceDataset reference = reference(MissingValues.REFUSE, Scaling.STANDARD);

    ReferenceDataset encoded = reference.encodedBy(preprocessing(source));

    assertThat(encoded.featureNames())
        .containsExactly("size", "colour=blue", "colour=red", "day")
        .isNotEqualTo(reference.featureNames());
    assertThat(encoded.shape()).isEqualTo(new Shape(1, 1, 4));
    assertThat(row(encoded, 0)).isEqualTo(row(rows, 2)).containsExactly(1, 0, 1, 1);
    assertThat(row(encoded, 1)).containsExactly((float) (2 / 3d), 0, 1, 0.25f);
    assertThat(encoded.digest()).as("the same data").isEqualTo(reference.digest());
    assertThat(encoded.encodedBy(preprocessing(source)).featureNames())
        .isEqualTo(encoded.featureNames());
  }

  @Test
  void staysAsItIsWhereItIsEncodedSo() {
    CsvSource source = source(MissingValues.REFUSE);
    FeatureChoice features =
        new FeatureChoice(
            List.of(),
            List.of("kind"),
            List.of("colour"),
            List.of("day"),
            MissingValues.REFUSE,
            false);
    ReferenceCsv same =
        new ReferenceCsv(own, "", new CsvFormat(NAMED, "", "", features, 0, 0), Scaling.RANGE, 3);
    assertThat(same.encodedBy(preprocessing(source))).isSameAs(same);
  }

  @Test
  void aCategoryThatNobodyHasLearntIsRefused() throws IOException {
    Files.writeString(shared, "size,colour,day\n1,red,2026-01-01\n2,green,2026-01-01\n");
    assertRefused(
        reference(MissingValues.REFUSE, Scaling.RANGE),
        shared + ":3: column 'colour': 'green' is none of [blue, red]");
  }

  @Test
  void whatStandsForAGapIsThatOfThePrivateRows() throws IOException {
    Files.writeString(own, PRIVATE + "?,red,2026-01-01,a\n");
    Files.writeString(shared, "size,colour,day\n2,red,2026-01-01\n?,blue,?\n");
    ReferenceDataset reference = reference(MissingValues.MEDIAN, Scaling.RANGE);
    CsvSource source = source(MissingValues.MEAN);

    ReferenceDataset encoded = reference.encodedBy(preprocessing(source));

    assertThat(row(encoded, 1)[0]).as("the mean of 0, 10 and 30").isEqualTo((float) (40 / 90d));
    assertThat(encoded.notices())
        .contains(
            shared
                + ": column 'size': 1 of 2 values are missing; 13.333333333333334 stands for"
                + " them");
    Files.writeString(own, PRIVATE);
    assertRefused(
        reference,
        shared
            + ":3: column 'size': a value is missing, and the private dataset says nothing that"
            + " stands for it: give both the same option missing");
  }

  @Test
  void saysWhichColumnIsAnother() throws IOException {
    Files.writeString(shared, "size,colour,day,age\n2,red,2026-01-01,3\n");
    assertRefused(
        reference(MissingValues.REFUSE, Scaling.RANGE),
        shared + ": there is a column 'age', which the private dataset has not");
    Files.writeString(shared, "size,colour\n2,1\n");
    CsvFormat numbers = NumbersFormat.of(NAMED, "", "");
    assertRefused(
        new ReferenceCsv(shared, "", numbers, Scaling.RANGE, 1),
        shared + ": there is no column 'day', which the private dataset has");
    Files.writeString(shared, "size,colour,day\n2,1,3\n");
    assertRefused(
        new ReferenceCsv(shared, "", numbers, Scaling.RANGE, 1),
        shared
            + ": column 'colour' holds numbers, and texts in the private dataset: put 'colour' into"
            + " its categories");
    FeatureChoice texts =
        new FeatureChoice(
            List.of(),
            List.of(),
            List.of("size", "colour"),
            List.of("day"),
            MissingValues.REFUSE,
            false);
    Files.writeString(shared, "size,colour,day\n2,red,2026-01-01\n");
    assertRefused(
        new ReferenceCsv(shared, "", new CsvFormat(NAMED, "", "", texts, 0, 0), Scaling.RANGE, 1),
        shared
            + ": column 'size' holds texts, and numbers in the private dataset: take 'size' out of"
            + " its categories");
  }

  /** Classes of a ship's cabins, say: 1, 2 and 3 are no amounts. */
  @Test
  void categoriesMayBeWrittenAsNumbers() throws IOException {
    Files.writeString(own, PRIVATE.replace("red", "1").replace("blue", "2"));
    Files.writeString(shared, "size,colour,day\n2,2,2026-01-01\n");
    ReferenceDataset encoded =
        reference(MissingValues.REFUSE, Scaling.RANGE)
            .encodedBy(preprocessing(source(MissingValues.REFUSE)));
    assertThat(encoded.featureNames()).containsExactly("size", "colour=1", "colour=2", "day");
    assertThat(row(encoded, 0)).containsExactly((float) (2 / 30d), 0, 1, 0);
  }

  @Test
  void columnsWithoutNamesAreMatchedByTheirPlaces() throws IOException {
    Files.writeString(own, "a,0,5\nb,4,7\n");
    Files.writeString(shared, "1,6\n8,9\n");
    CsvFormat unnamed = NumbersFormat.of(false, "1", "");
    CsvSource source = CsvSource.read(own, own.toString(), unnamed, Scaling.RANGE);
    ReferenceCsv reference =
        new ReferenceCsv(shared, "", unnamed.labelledBy(""), Scaling.STANDARD, 2);
    assertThat(row(reference.encodedBy(preprocessing(source)), 0)).containsExactly(0.25f, 0.5f);
  }

  @Test
  void staysAsItIsWhereColumnsCannotBeMatched() throws IOException {
    Files.writeString(shared, "1,6\n8,9\n");
    CsvFormat unnamed = NumbersFormat.of(false, "", "");
    ReferenceCsv reference = new ReferenceCsv(shared, "", unnamed, Scaling.STANDARD, 2);
    assertThat(reference.encodedBy(preprocessing(source(MissingValues.REFUSE))))
        .isSameAs(reference);
    Preprocessing pixels =
        new Preprocessing(
            new Shape(1, 2, 1), List.of(new PixelColumns(2, 255)), List.of("cat", "dog"));
    assertThat(reference.encodedBy(pixels)).isSameAs(reference);
  }

  private void assertRefused(ReferenceDataset reference, String message) {
    Preprocessing by = preprocessing(source(MissingValues.REFUSE));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reference.encodedBy(by))
        .withMessage(message);
  }

  private CsvSource source(MissingValues missing) {
    return CsvSource.read(own, own.toString(), format(missing), Scaling.RANGE);
  }

  private ReferenceDataset reference(MissingValues missing, String scale) throws IOException {
    int rows = Files.readAllLines(shared).size() - 1;
    return new ReferenceCsv(shared, "", format(missing).labelledBy(""), scale, rows);
  }

  private static CsvFormat format(MissingValues missing) {
    FeatureChoice features =
        new FeatureChoice(List.of(), List.of(), List.of("colour"), List.of("day"), missing, false);
    return new CsvFormat(NAMED, "kind", "", features, 0, 0);
  }

  private static Preprocessing preprocessing(CsvSource source) {
    Table rows = source.training();
    return new Preprocessing(rows.shape(), rows.columns(), source.classNames());
  }

  private static float[] row(ReferenceDataset rows, int row) {
    float[] values = new float[rows.shape().features()];
    rows.read(row, values, 0);
    return values;
  }

  private static float[] row(Table rows, int row) {
    float[] values = new float[rows.shape().features()];
    rows.read(row, values, 0);
    return values;
  }
}
