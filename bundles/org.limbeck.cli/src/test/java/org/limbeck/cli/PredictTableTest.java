package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginChoice;
import org.limbeck.experiment.PluginKind;

/** The CSV file of an experiment that {@code limbeck predict} is given, as it is. */
class PredictTableTest {
  private static final String ROWS = "id,kind,y,x\nu8,one,1,1\nu9,zero,1,2\nu10,,0,0\n";

  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;
  private String device;

  @BeforeEach
  void learnFromColumnsWithNames() throws IOException {
    device = TrainedRunFolder.write(folder.resolve("run")).toString();
    session.engine.learntFrom =
        Optional.of(
            new Preprocessing(
                new Shape(1, 1, 2), List.of(number("x"), number("y")), List.of("zero", "one")));
    data(Map.of("label", "kind", "ignore", List.of("id")));
  }

  @Test
  void showsTrueClassesAndTheAccuracy() throws IOException {
    assertThat(predict(ROWS)).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            line  class  true class  probability
               2    one         one        0.625
               3    two        zero        0.625
               4   zero                    0.625
            """);
    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            "note: "
                + file()
                + ": left aside: 'id'\n"
                + "note: accuracy 0.500: 1 of 2 samples are classified right\n");
  }

  @Test
  void theAccuracyMayStandInTheResult() throws IOException {
    assertThat(predict(ROWS, "--json", "--accuracy")).isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(session.out());
    assertThat(json.get("accuracy").doubleValue()).isEqualTo(0.5);
    assertThat(json.get("right").intValue()).isOne();
    assertThat(json.get("labelled").intValue()).isEqualTo(2);
    assertThat(json.get("predictions")).hasSize(3);
    assertThat(json.get("predictions").get(0).get("trueClass").textValue()).isEqualTo("one");
    assertThat(json.get("predictions").get(2).has("trueClass")).isFalse();
  }

  @Test
  void theAccuracyMayFollowTheTable() throws IOException {
    assertThat(predict(ROWS, "--accuracy")).isEqualTo(ExitCode.DONE);
    assertThat(session.out()).endsWith("accuracy 0.500: 1 of 2 samples are classified right\n");
    assertThat(session.err()).doesNotContain("accuracy");
  }

  @Test
  void thereIsNoAccuracyWithoutLabels() throws IOException {
    assertThat(predict("x,y\n1,1\n", "--accuracy")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("--accuracy: no sample has a label");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void labelsThatNobodyHasLearntAreTold() throws IOException {
    assertThat(predict("x,y,kind\n1,1,one\n2,1,tow\n")).isEqualTo(ExitCode.DONE);
    assertThat(session.err())
        .contains(
            file() + ":3: the label 'tow' is no class that the device knows; did you mean 'two'?",
            "samples with such labels count as classified wrong: 1",
            "accuracy 0.500: 1 of 2");
  }

  @Test
  void aColumnWithoutAnyClassHoldsNoLabels() throws IOException {
    assertThat(predict("x,y,kind\n1,1,u8\n")).isEqualTo(ExitCode.DONE);
    assertThat(session.err())
        .contains("no label is one, and the column is left aside")
        .doesNotContain("accuracy");
    assertThat(session.out()).doesNotContain("true class");
  }

  @Test
  void cellsAreSeparatedAsTheExperimentSays() throws IOException {
    String rows = "x!y!kind, or class\n1!1!one\n";
    data(Map.of("label", "kind, or class", "separator", "!"));
    assertThat(predict(rows)).as(session.err()).isEqualTo(ExitCode.DONE);
    assertThat(predict(rows, "--separator", ",")).isEqualTo(ExitCode.WRONG_INPUT);
  }

  @Test
  void filesMayBeCompressed() throws IOException {
    Path file = folder.resolve("samples.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(ROWS.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(session.execute("predict", device, file.toString())).isEqualTo(ExitCode.DONE);
    assertThat(session.out()).contains("   4   zero");
    Files.writeString(file, ROWS);
    assertThat(session.execute("predict", device, file.toString())).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains(file + ": it is not compressed by gzip");
  }

  private void data(Map<String, Object> options) {
    session.engine.experiment =
        session.engine.experiment.toBuilder()
            .plugin(
                new PluginChoice(
                    PluginKind.DATA, "csv", options, new Origin("small.yaml", 1, "data")))
            .build();
  }

  private Path file() {
    return folder.resolve("samples.csv");
  }

  private int predict(String samples, String... options) throws IOException {
    Files.writeString(file(), samples);
    return session.execute(
        Stream.concat(Stream.of("predict", device, file().toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static NumberColumn number(String name) {
    return new NumberColumn(name, 0, 1, OptionalDouble.empty());
  }
}
