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
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.datasets.rows.ClassNames;

class OwnCsvTest {
  private static final ClassNames CLASSES = new ClassNames(List.of("cold", "mild", "hot"));

  @TempDir Path place;
  private Path own;
  private Path common;

  @BeforeEach
  void write() throws IOException {
    own = Files.createDirectory(place.resolve("kitchen"));
    common = place.resolve("common.csv");
    Files.writeString(common, "x,y\n0,10\n4,30\n");
  }

  @Test
  void takesAllRowsOfAllFilesForItsOwn() throws IOException {
    write("b.csv", "kind,x,y\nhot,4,10\n");
    write("a.csv", "x,y,kind\n2,20,cold\n0,30,hot\n");
    write("notes.txt", "no rows");
    write(".half.csv", "half a f");
    OwnCsv dataset = dataset();

    LabelledRows rows = dataset.training();
    assertThat(dataset.classes()).isEqualTo(3);
    assertThat(dataset.shape()).isEqualTo(new Shape(1, 1, 2));
    assertThat(rows.rows()).isEqualTo(3);
    assertThat(new int[] {rows.label(0), rows.label(1), rows.label(2)}).containsExactly(0, 2, 2);
    assertThat(row(rows, 0)).as("scaled as the common file is").containsExactly(0.5f, 0.5f);
    assertThat(row(rows, 2)).containsExactly(1, 0);
    assertThat(dataset.test().rows()).isZero();
  }

  @Test
  void mayHaveNoRowYet() throws IOException {
    assertThat(dataset().training().rows()).isZero();
    write("begun.csv", "");
    write("header.csv", "x,y,kind\n");
    assertThat(dataset().training().rows()).isZero();
  }

  @Test
  void staysAsItWasReadAndTellsThatTheFilesAreOthers() throws IOException {
    write("a.csv", "x,y,kind\n2,20,cold\n");
    OwnCsv dataset = dataset();
    String version = dataset.version();
    assertThat(dataset.latestVersion()).isEqualTo(version);

    write(".coming.csv", "x,y,kind\n");
    assertThat(dataset.latestVersion()).as("hidden files do not count").isEqualTo(version);
    write("a.csv", "x,y,kind\n2,20,cold\n2,20,hot\n");
    assertThat(dataset.latestVersion()).isNotEqualTo(version);
    assertThat(dataset.version()).isEqualTo(version);
    assertThat(dataset.training().rows()).isEqualTo(1);
    assertThat(dataset().training().rows()).isEqualTo(2);

    write("a.csv", "x,y,kind\n2,20,cold\n");
    String before = dataset.latestVersion();
    write("b.csv", "x,y,kind\n");
    String after = dataset.latestVersion();
    assertThat(after).isNotEqualTo(before);
    Files.delete(own.resolve("b.csv"));
    assertThat(dataset.latestVersion()).isEqualTo(before);
  }

  @Test
  void tellsWhatItLooksLikeWithoutItsRows() {
    OwnCsv dataset = new OwnCsv(rows(), place.resolve("gone").toString(), "");
    assertThat(dataset.preprocessing().orElseThrow().features(List.of("1", "20")))
        .containsExactly(0.25f, 0.5f);
    assertThat(dataset.shape().features()).isEqualTo(2);
    assertThat(dataset.latestVersion()).isEqualTo(dataset.latestVersion());
    assertThatIllegalArgumentException()
        .isThrownBy(dataset::training)
        .withMessage(place.resolve("gone") + ": there is no such file");
  }

  @Test
  void readsOneFile() throws IOException {
    write("a.csv", "x,y,kind\n2,20,cold\n");
    write("b.csv", "x,y,kind\n2,20,cold\n");
    OwnCsv dataset =
        new OwnCsv(rows(), own.resolve("a.csv").toString(), own.resolve("b.csv").toString());
    assertThat(dataset.training().rows()).isEqualTo(1);
    assertThat(dataset.test().rows()).isEqualTo(1);
  }

  @Test
  void saysWhatIsWrongWhere() throws IOException {
    Path file = own.resolve("a.csv");
    write("a.csv", "x,y,kind\n2,20,cold\n2,20,colt\n");
    assertRefused(
        file + ":3: 'colt' is no class; did you mean 'cold'? there are 3: cold, mild, hot");
    write("a.csv", "x,z,kind\n2,20,cold\n");
    assertRefused(file + ": there is no column 'y', which " + common + " has");
    write("a.csv", "x,kind\n2,cold\n");
    assertRefused(file + ": there is no column 'y', which " + common + " has");
    write("a.csv", "x,z,y,kind\n2,3,20,cold\n");
    assertRefused(file + ": there is a column 'z', which " + common + " has not");
    write("a.csv", "x,y,kind\n2,20,cold\n2,2");
    assertRefused(file + ":3: 2 columns, not 3");
    write("a.csv", "x,y,kin\n2,20,cold\n");
    assertRefused(file + ": there is no column 'kind'; did you mean 'kin'? there are 3: x, y, kin");
  }

  @Test
  void refusesClassesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ClassNames(List.of("cold", "cold")))
        .withMessageStartingWith("classes: two or more distinct names belong there")
        .withMessageEndingWith("not [cold, cold]");
  }

  private void assertRefused(String message) {
    assertThatIllegalArgumentException().isThrownBy(dataset()::training).withMessage(message);
  }

  private OwnCsv dataset() {
    return new OwnCsv(rows(), own.toString(), "");
  }

  private OwnCsvSource rows() {
    CsvFormat format = NumbersFormat.of(true, "", "");
    return new OwnCsvSource(SharedCsv.of(common, format, Scaling.RANGE), "kind", CLASSES);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(own.resolve(file), text);
  }

  private static float[] row(LabelledRows rows, int row) {
    float[] values = new float[2];
    rows.read(row, values, 0);
    return values;
  }
}
