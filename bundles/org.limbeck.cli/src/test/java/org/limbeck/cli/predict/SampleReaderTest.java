package org.limbeck.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.limbeck.experiment.InvalidInputException;

class SampleReaderTest {
  private static final SampleFormat PLAIN = new SampleFormat("", "");

  @Test
  void readsNumbers() throws IOException {
    List<Sample> samples = read("1, 2.5 ,-3e1\r\n4,5,6");

    assertThat(samples).extracting(Sample::line).containsExactly(1L, 2L);
    assertThat(samples.get(0).values()).containsExactly("1", "2.5", "-3e1");
    assertThat(samples.get(1).values()).containsExactly("4", "5", "6");
  }

  @Test
  void countsLinesThatHoldNoSample() throws IOException {
    assertThat(reader(List.of(), "#").read(stream("# a\n\nx,y\n1,2\n# b\n\n3,4\n")))
        .extracting(Sample::line)
        .containsExactly(4L, 7L);
  }

  @Test
  void linesThatAreNoCommentsAreSamplesOrNames() throws IOException {
    assertThat(reader(List.of("#x", "y"), "").read(stream("y,#x\n2,1\n")).get(0).values())
        .containsExactly("1", "2");
    SampleReader reader = reader(List.of(), "");
    assertThat(reader.read(stream("1,2\n#3,4\n"))).hasSize(2);
    assertThat(reader.wrong(2, "no number"))
        .hasMessage(
            "f.csv:2: no number; line 2 begins with '#': with '#' as the option comment, such lines"
                + " are left aside");
    assertThatThrownBy(() -> named("# a\nx,y\n1,2\n"))
        .hasMessage(
            "f.csv:1: there is no column 'x', which the device has learnt from; did you mean '# a'?"
                + " the line has # a; line 1 begins with '#': with '#' as the option comment, such"
                + " lines are left aside");
  }

  @Test
  void textInAnotherEncodingIsRefusedByName() {
    byte[] text = "1,2\n".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> reader(List.of(), "").read(new ByteArrayInputStream(text)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("f.csv: it is text in UTF-16: save it as UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "; | f.csv: there are no samples in it; one line holds one sample",
        "a,b | f.csv: there are no samples in it; one line holds one sample",
      })
  void saysWhereItIsWrong(String lines, String message) {
    assertThatThrownBy(() -> read(lines.replace(';', '\n')))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  /** The one who knows the columns refuses it, and so no first line is lost without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"?", "nan", "1,b", "1,1e999"})
  void whatHasANumberOrAGapIsASample(String line) throws IOException {
    assertThat(read(line)).hasSize(1);
  }

  @Test
  void aLineOfTextsIsASampleWhereValuesMayBeTexts() throws IOException {
    SampleReader texts = new SampleReader("f.csv", columns(List.of(), false), PLAIN);
    assertThat(texts.read(stream("red,square\nblue,round\n"))).hasSize(2);
  }

  @Test
  void refusesRowsThatAreTooLong() throws IOException {
    String widest = "1" + ",1".repeat(InputLimits.CSV_COLUMNS - 1);
    assertThat(read(widest).get(0).values()).hasSize(InputLimits.CSV_COLUMNS);
    assertThatThrownBy(() -> read("1\n" + widest + ",1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("f.csv: the row at line 2 has more than 1,050,000 columns, which are not read");
  }

  @Test
  void refusesMoreSamplesThanThereIsMemoryFor() throws IOException {
    long sample = 160 + 2 * (56 + Character.BYTES);
    MemoryShare memory = new MemoryShare(2 * sample);
    SampleColumns two = columns(List.of(), true);
    assertThat(new SampleReader("f.csv", two, PLAIN, memory).read(stream("1,2\n3,4\n"))).hasSize(2);
    SampleReader reader = new SampleReader("f.csv", two, PLAIN, memory);
    assertThatThrownBy(() -> reader.read(stream("1,2\n3,4\n5,6\n")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("f.csv:3: what stands up to here takes more memory than it may");
  }

  /** Quoted as in the file that the device has learnt from; what Java takes for numbers is none. */
  @Test
  void readsTablesAsTrainingDoes() throws IOException {
    assertThat(read("\"1\",\"2.5\"\n").get(0).values()).containsExactly("1", "2.5");
    assertThat(read("1d,5d\n1,2\n")).extracting(Sample::line).containsExactly(2L);
  }

  @Test
  void columnsAreNames() throws IOException {
    List<Sample> samples = named("y,kind,x\n2,a,1\n4,b,3\n");
    assertThat(samples).extracting(Sample::line).containsExactly(2L, 3L);
    assertThat(samples.get(0).values()).containsExactly("1", "2");
    assertThat(samples.get(1).values()).containsExactly("3", "4");
    assertThat(named("1,2\n").get(0).values()).containsExactly("1", "2");
  }

  @Test
  void namesMayBeNumbers() throws IOException {
    SampleReader years = reader(List.of("2019", "2020"), "");
    List<Sample> samples = years.read(stream("2020,2019\n5,6\n"));
    assertThat(samples).hasSize(1);
    assertThat(samples.get(0).values()).containsExactly("6", "5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,z;1,2 | f.csv:1: there is no column 'y', which the device has learnt from; did you mean"
            + " 'z'? the line has x, z",
        "a,b;1,2 | f.csv:1: there is no column 'x', which the device has learnt from; did you mean"
            + " 'a'? the line has a, b",
        "x;1 | f.csv:1: there is no column 'y', which the device has learnt from; the line has x",
        "x,y,x;1,2,3 | f.csv:1: two columns are called 'x'",
        "x,y;1 | f.csv:2: 1 columns, not 2",
        "1,2,a | f.csv:1: 3 columns, not 2: without a first line that names columns, a line holds"
            + " x, y",
      })
  void saysWhichColumnIsWrong(String lines, String message) {
    assertThatThrownBy(() -> named(lines.replace(';', '\n')))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void saysWhatItLeavesAsideAndKeepsLabels() throws IOException {
    CsvOptions options = new CsvOptions(true, "", "kind", List.of(), List.of("id"), false);
    SampleReader reader =
        new SampleReader("f.csv", new SampleColumns(List.of("x", "y"), 2, true, options), PLAIN);
    List<Sample> samples = reader.read(stream("kind,y,id,x,\na,2,u8,1,0\n?,4,u9,3,0\n"));
    assertThat(samples)
        .extracting(Sample::label)
        .containsExactly(Optional.of("a"), Optional.empty());
    assertThat(samples.get(1).values()).containsExactly("3", "4");
    assertThat(reader.notices()).containsExactly("f.csv: left aside: 'id', column 5");
  }

  @Test
  void leavesOutRowsAsTheExperimentDoes() throws IOException {
    String text = "x,y,z\n1,2,?\n1,?,3\nNA,2,3\n";
    CsvOptions options = new CsvOptions(true, "", "z", List.of(), List.of(), true);
    SampleReader reader =
        new SampleReader("f.csv", new SampleColumns(List.of("x", "y"), 2, true, options), PLAIN);
    assertThat(reader.read(stream(text))).extracting(Sample::line).containsExactly(2L);
    assertThat(reader.notices())
        .containsExactly(
            "f.csv: 2 rows are left out, the first at line 3: values are missing, and the"
                + " experiment says missing: drop");
    assertThat(named(text)).hasSize(3);
  }

  private static List<Sample> named(String text) throws IOException {
    return reader(List.of("x", "y"), "").read(stream(text));
  }

  private static List<Sample> read(String text) throws IOException {
    return reader(List.of(), "").read(stream(text));
  }

  private static SampleReader reader(List<String> names, String comment) {
    return new SampleReader("f.csv", columns(names, true), new SampleFormat("", comment));
  }

  private static SampleColumns columns(List<String> names, boolean isNumeric) {
    return new SampleColumns(names, 2, isNumeric, CsvOptions.NONE);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
