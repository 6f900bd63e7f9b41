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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.datasets.rows.ClassNames;

/** Lines that begin with {@code #}: comments where that is asked for, and else as all others. */
class CsvCommentsTest {
  private static final String ADVICE =
      ": with '#' as the option comment, such lines are left aside";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("rows.csv");
  }

  @Test
  void aHeaderMayBeginLikeAComment() throws IOException {
    write("#id,x,kind\n1,2,a\n3,4,b\n");
    CsvRows rows = read("");
    assertThat(rows.names()).containsExactly("#id", "x");
    assertThat(rows.values().get(1)).containsExactly(3, 4);
    assertThat(rows.notices()).isEmpty();
  }

  @Test
  void commentsAreLeftAsideWhereAskedFor() throws IOException {
    write("# from; a, garden\nx;kind\n#1;a\n2;b\n3;\"b\n#\"\n");
    CsvRows rows = read("#");
    assertThat(rows.names()).containsExactly("x");
    assertThat(rows.labels()).as("a cell may go on so").containsExactly("b", "b\n#");
    assertThat(rows.lines()).containsExactly(4L, 6L);
    write("%a\nx,kind\n1,a\n");
    assertThat(read("%").size()).isOne();
    write("|a,b\nx|1,kind\n1,a\n");
    assertThat(read("|").names()).as("it is no separator then").containsExactly("x|1");
  }

  @Test
  void aFileThatIsRefusedForThemSaysSo() throws IOException {
    write("# rows of a garden\nx,kind\n1,a\n");
    assertRefused(
        file
            + ": there is no column 'kind'; did you mean '# rows of a garden'? there are 1: # rows"
            + " of a garden; line 1 begins with '#'");
    write("# rows; of a garden, and more\nx,kind\n1,a\n");
    assertRefused(
        file
            + ": the first line has ',' and ';': say by separator which of them stands between"
            + " cells; it begins with '#'");
    write("x,kind\n1,a\n# the rest is of last year\n2,b\n");
    assertRefused(file + ":3: 1 columns, not 2; line 3 begins with '#'");
    write("x,kind\n#1,a\n2,b\n");
    assertRefused(file + ":2: column 'x': '#1' is no number; line 2 begins with '#'");
    write("# nothing else, kind\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> reader("").read())
        .withMessage(file + ": there are no rows in it; line 1 begins with '#'" + ADVICE);
  }

  @Test
  void rowsThatBeginSoAreTold() throws IOException {
    write("kind,x\n#a,1\nb,2\n");
    assertThat(read("").labels()).containsExactly("#a", "b");
    assertThat(read("").notices())
        .containsExactly(
            file
                + ": 1 lines begin with '#' and are taken for rows"
                + ADVICE.replace("such lines", "they"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"##", "a", "1", "-", "\"", " ", "\t"})
  void refusesWhatBeginsCells(String comment) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvLayout(true, "", comment))
        .withMessageStartingWith("comment: one character such as # or % begins a comment");
  }

  @Test
  void noCharacterIsTwoThings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CsvLayout(true, ";", ";"))
        .withMessage("comment: ';' is the separator, and cannot begin a comment");
  }

  @Test
  void samplesHaveTheSameComments() throws IOException {
    write("x,kind\n2,b\n" + "3,a\n".repeat(20));
    CsvFormat format = NumbersFormat.of(new CsvLayout(true, "", "#"), "kind", "");
    PrivateCsv own = new PrivateCsv(CsvSource.read(file, file.toString(), format, "none"), "test");
    assertThat(own.preprocessing().orElseThrow().comment()).isEqualTo("#");
    write("x\n1\n");
    SharedCsv like = SharedCsv.of(file, format.labelledBy(""), Scaling.NONE);
    ClassNames classes = new ClassNames(List.of("a", "b"));
    OwnCsv device = new OwnCsv(new OwnCsvSource(like, "kind", classes), "rows", "");
    assertThat(device.preprocessing().orElseThrow().comment()).isEqualTo("#");
  }

  private void assertRefused(String message) {
    assertThatIllegalArgumentException().isThrownBy(() -> read("")).withMessage(message + ADVICE);
  }

  private CsvRows read(String comment) {
    return reader(comment).readAny();
  }

  private CsvReader reader(String comment) {
    return new CsvReader(file, NumbersFormat.of(new CsvLayout(true, "", comment), "kind", ""));
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
