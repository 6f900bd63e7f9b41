package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.NumberColumn;
import org.limbeck.api.preprocessing.Preprocessing;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.cli.predict.PreprocessingFile;
import org.limbeck.cli.predict.TrainedDevice;

class PredictCommandTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;
  private Path device;

  @BeforeEach
  void writeRunFolder() throws IOException {
    device = TrainedRunFolder.write(folder.resolve("run"));
  }

  @Test
  void showsLineClassAndProbability() throws IOException {
    assertThat(predict("a,b\n3,1\n\n# nothing\n0,2\n", "--comment", "#")).isEqualTo(ExitCode.DONE);

    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            line  class  probability
               2  three        0.625
               5   zero        0.625
            """);
    assertThat(session.engine.file).isEqualTo(folder.resolve("run/experiment.yaml"));
    assertThat(session.engine.model).isEqualTo("model of device-2");
    assertThat(session.err()).isEmpty();
  }

  @Test
  void namesWithInvisibleCharactersAreEscapedForPeople() throws IOException {
    session.engine.classNames = List.of("a", "a\u200b", "b\t", "c");

    predict("1,1\n2,1\n");
    assertThat(session.out()).contains("1  a\\u200b        0.625", "2  b\\u0009        0.625");
    predict("1,1\n", "--json");
    JsonNode json =
        new ObjectMapper().readTree(session.out().substring(session.out().indexOf('[')));
    assertThat(json.get(0).get("className").textValue()).isEqualTo("a\u200b");
  }

  @Test
  void needsNothingButTheDevice() throws IOException {
    Files.delete(folder.resolve("run/experiment.yaml"));
    Path own = Files.writeString(device.resolve("device.yaml"), "name: small");

    assertThat(predict("3,1\n")).isEqualTo(ExitCode.DONE);

    assertThat(session.engine.file).isEqualTo(own);
  }

  @Test
  void writesSoftDecisionsAsJson() throws IOException {
    predict("2,1\n", "--json");

    JsonNode predictions = new ObjectMapper().readTree(session.out());
    assertThat(predictions).hasSize(1);
    assertThat(predictions.get(0))
        .hasToString(
            "{\"line\":1,\"class\":2,\"className\":\"two\",\"probability\":0.625,"
                + "\"softDecisions\":[0.125,0.125,0.625,0.125]}");
  }

  @Test
  void readsStandardInput() {
    session.input("1,1");

    assertThat(session.execute("predict", device.toString(), "-")).isEqualTo(ExitCode.DONE);

    assertThat(session.out()).contains("   1    one        0.625");
  }

  @Test
  void namesStandardInputInErrors() {
    session.input("1,x");

    assertThat(session.execute("predict", device.toString(), "-")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err().strip())
        .isEqualTo("limbeck: standard input:1: feature 2 is no number: x");
  }

  @Test
  void saysWhichLineIsWrong() throws IOException {
    assertThat(predict("1,1\n1,1,1\n")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("samples.csv:2: has 3 features instead of 2");
    assertThat(session.out()).isEmpty();
  }

  @Test
  void saysWhichLineIsOutOfRange() throws IOException {
    assertThat(predict("# one comment\n9,1\n", "--comment", "#")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("samples.csv:2: feature 1 is from 0 to 3, not 9.0");
  }

  @Test
  void whatStandsBetweenCellsMayBeSaid() throws IOException {
    String samples = "\"1,5\";a|b\n2;1\n";
    assertThat(predict(samples)).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err())
        .contains("the first line has ';' and '|': say by separator which of them");
    assertThat(predict("x;a|b\n2;1\n", "--separator", ";")).isEqualTo(ExitCode.DONE);
    assertThat(predict("2x1\n", "--separator", "x")).isEqualTo(ExitCode.DONE);
    assertThat(predict("2\t1\n", "--separator", "tab")).isEqualTo(ExitCode.DONE);
    assertThat(predict("2,1\n", "--separator", "ab")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("--separator: separator: a character such as , or ;");
    assertThat(predict("2#1\n", "--separator=#", "--comment=#")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("--comment: comment: '#' is the separator");
  }

  @Test
  void commentsAreThoseOfTheFilesItHasLearntFrom() throws IOException {
    String samples = "1,1\n% a comment\n2,1\n";
    assertThat(predict(samples)).isEqualTo(ExitCode.WRONG_INPUT);
    Preprocessing columns =
        new Preprocessing(
            new Shape(1, 1, 2),
            List.of(
                new NumberColumn("", 0, 1, OptionalDouble.empty()),
                new NumberColumn("", 0, 1, OptionalDouble.empty())),
            List.of("a", "b"),
            "%");
    Files.write(device.resolve(TrainedDevice.PREPROCESSING), PreprocessingFile.of(columns));

    assertThat(predict(samples)).as(session.err()).isEqualTo(ExitCode.DONE);
    assertThat(predict(samples, "--comment", "")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(predict(samples, "--comment", "ab")).isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err())
        .contains("--comment: comment: one character such as # or % begins a comment, not 'ab'");
  }

  @Test
  void saysWhichFileIsMissing() {
    Path samples = folder.resolve("none.csv");

    assertThat(session.execute("predict", device.toString(), samples.toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err().strip()).isEqualTo("limbeck: " + samples + ": there is no such file");
  }

  @Test
  void saysWhichDevicesThereAre() {
    Path other = folder.resolve("run/device-9");

    assertThat(session.execute("predict", other.toString(), "-")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .contains(other + ": the run has no such device; it has device-1, device-2");
  }

  @Test
  void asksForADeviceWhenGivenARun() {
    Path run = folder.resolve("run");

    assertThat(session.execute("predict", run.toString(), "-")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("RUN/DEVICE, such as " + run.resolve("device-1"));
  }

  @Test
  void asksForADeviceWhenGivenAnythingElse() {
    Path nowhere = folder.resolve("a/b");

    assertThat(session.execute("predict", nowhere.toString(), "-")).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err().strip())
        .isEqualTo(
            "limbeck: "
                + nowhere
                + ": there is no run folder around it; name a device as RUN/DEVICE");
  }

  private int predict(String samples, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("samples.csv"), samples);
    String[] args = new String[3 + options.length];
    args[0] = "predict";
    args[1] = device.toString();
    args[2] = file.toString();
    System.arraycopy(options, 0, args, 3, options.length);
    return session.execute(args);
  }
}
