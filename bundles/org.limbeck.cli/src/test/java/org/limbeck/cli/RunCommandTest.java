package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;

class RunCommandTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;

  @Test
  void writesTheRunFolderAndShowsTheResult() throws IOException {
    Path out = folder.resolve("runs/mine");

    assertThat(session.run("--out", out.toString())).isEqualTo(ExitCode.DONE);

    assertThat(RunFiles.in(out))
        .containsExactly(
            "checkpoint/alone/2",
            "checkpoint/alone/4",
            "checkpoint/alone/6",
            "checkpoint/together/2",
            "checkpoint/together/4",
            "checkpoint/together/6",
            "device-1/device.yaml",
            "device-1/model.bin",
            "device-2/device.yaml",
            "device-2/model.bin",
            "device-3/device.yaml",
            "device-3/model.bin",
            "experiment.yaml",
            "metrics.csv",
            "report.html",
            "summary.json");
    assertThat(out.resolve("device-2/model.bin")).hasContent("model of device-2");
    assertThat(session.out())
        .isEqualToNormalizingNewlines(
            """
            device    architecture   alone  together   gain    sent
            device-1  mlp           50.0 %%    90.0 %%  +40.0  6.0 kB
            device-2  mlp           50.0 %%    90.0 %%  +40.0  6.0 kB
            device-3  softmax       50.0 %%    90.0 %%  +40.0  6.0 kB
            mean                    50.0 %%    90.0 %%  +40.0  6.0 kB

            run folder: %s
            report:     %s
            """
                .formatted(out, out.resolve("report.html")));
    assertThat(session.engine.opened).allMatch(FakeRun::executed).allMatch(FakeRun::closed);
  }

  @Test
  void knowsWhetherItWasSaidThatThereAreNoKeys() {
    session.run("--out", folder.resolve("a").toString());
    session.run("--keys", "none", "--out", folder.resolve("b").toString());

    assertThat(session.engine.opened)
        .extracting(opened -> opened.settings.unsigned())
        .containsExactly(false, false, true, true);
    assertThat(session.run("--keys", "./none", "--out", folder.resolve("c").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("./none: there is no such folder");
  }

  @Test
  void handsSettingsSeedAndThreadsOn() {
    Path out = folder.resolve("a");

    session.run(
        "--out",
        out.toString(),
        "--set",
        "rounds=9",
        "--set=a.b=[1, 2]",
        "--seed",
        "7",
        "--threads",
        "3");

    assertThat(session.engine.file).hasToString("small.yaml");
    assertThat(session.engine.settings).containsExactly("rounds=9", "a.b=[1, 2]");
    assertThat(session.engine.opened)
        .hasSize(2)
        .allMatch(opened -> opened.settings.threads() == 3 && opened.experiment.seed() == 7);
    assertThat(out.resolve("experiment.yaml")).content().contains("seed: 7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-2", "many"})
  void refusesThreads(String threads) throws IOException {
    assertThat(session.run("--threads", threads, "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("limbeck: Invalid value for option '--threads'", threads);
    assertThat(RunFiles.in(folder)).isEmpty();
  }

  @Test
  void makesNoFolderIfTheExperimentIsWrong() throws IOException {
    session.engine.onRead =
        file -> {
          throw new InvalidInputException(new Origin("small.yaml", 3, "topology.name"), "is wrong");
        };

    assertThat(session.run("--out", folder.resolve("x/y").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err().strip()).isEqualTo("limbeck: small.yaml:3: topology.name: is wrong");
    assertThat(session.out()).isEmpty();
    assertThat(RunFiles.in(folder)).isEmpty();
  }

  @Test
  void wiresTheBaselineBeforeAnythingRuns() throws IOException {
    session.engine.onOpen =
        experiment -> {
          if (experiment.plugin(PluginKind.ALGORITHM).name().equals("local-only")) {
            throw new InvalidInputException(new Origin("small.yaml", 9, "baseline"), "is wrong");
          }
        };

    assertThat(session.run("--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.engine.opened).hasSize(1).noneMatch(FakeRun::executed);
    assertThat(session.engine.opened).allMatch(FakeRun::closed);
    assertThat(RunFiles.in(folder)).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotEmptyBeforeAnythingRuns() throws IOException {
    Files.writeString(folder.resolve("mine"), "mine");

    assertThat(session.run("--out", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).startsWith("limbeck: ").contains(folder.toString());
    assertThat(session.engine.opened).noneMatch(FakeRun::executed).allMatch(FakeRun::closed);
    assertThat(RunFiles.in(folder)).containsExactly("mine");
  }

  @Test
  void startsABrokerOfItsOwnWhereMqttHasNone() {
    session.run("--transport", "mqtt", "--out", folder.resolve("a").toString());

    assertThat(session.engine.settings)
        .contains("transport.name=mqtt", "transport.broker=embedded")
        .anyMatch(setting -> setting.matches("transport\\.network=.*-\\d+"));
  }

  @Test
  void leavesBrokersToThoseWhoseTransportHasOne() {
    session.run("--transport", "in-process", "--out", folder.resolve("a").toString());

    assertThat(session.engine.settings).containsExactly("transport.name=in-process");
  }
}
