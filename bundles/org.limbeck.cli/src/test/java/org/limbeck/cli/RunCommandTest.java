package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.PluginKind;

class RunCommandTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;

  @Test
  void writesTheRunFolderAndShowsTheResult() throws IOException {
    Path out = folder.resolve("runs/mine");

    assertThat(run("--out", out.toString())).isEqualTo(ExitCode.DONE);

    assertThat(files(out))
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
  void comparesWithNothingWithoutBaseline() {
    session.engine.experiment = Experiments.small(Optional.empty());

    assertThat(run("--out", folder.resolve("a").toString())).isEqualTo(ExitCode.DONE);

    assertThat(session.engine.opened).hasSize(1);
    assertThat(session.out())
        .contains(
            "device    architecture  accuracy    sent", "mean                      90.0 %  6.0 kB")
        .doesNotContain("together");
  }

  @Test
  void callsAnotherBaselineByItsName() {
    session.engine.experiment = Experiments.small(Optional.of("fedavg"));

    run("--out", folder.resolve("a").toString());

    assertThat(session.out()).contains("  fedavg  together  ").doesNotContain("alone");
    assertThat(session.err()).contains("fedavg: round 0/6");
  }

  @Test
  void showsALinePerEvaluationWithoutATerminal() {
    run("--out", folder.resolve("a").toString());

    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            """
            alone: round 0/6  accuracy 0.10
            alone: round 6/6  accuracy 0.50
            round 0/6  accuracy 0.10
            round 3/6  accuracy 0.80
            round 6/6  accuracy 0.90
            """);
  }

  @Test
  void showsABarOnATerminal() {
    session.interactive();

    run("--out", folder.resolve("a").toString());

    assertThat(session.err())
        .contains("\ralone: [##############################] round 6/6  accuracy 0.50")
        .contains("\r[###############...............] round 3/6  accuracy 0.80")
        .endsWith("\r[##############################] round 6/6  accuracy 0.90\033[K\n");
  }

  @Test
  void isQuietWhenAsked() {
    session.interactive();

    run("--quiet", "--out", folder.resolve("a").toString());

    assertThat(session.err()).isEmpty();
    assertThat(session.out()).contains("device-1");
  }

  @Test
  void knowsWhetherItWasSaidThatThereAreNoKeys() {
    run("--out", folder.resolve("a").toString());
    run("--keys", "none", "--out", folder.resolve("b").toString());

    assertThat(session.engine.opened)
        .extracting(opened -> opened.settings.unsigned())
        .containsExactly(false, false, true, true);
    assertThat(run("--keys", "./none", "--out", folder.resolve("c").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);
    assertThat(session.err()).contains("./none: there is no such folder");
  }

  @Test
  void warnsOfWhatIsHardlyMeant() {
    session.engine.concerns = List.of("aggregation trimmed-mean: 8 devices have too few");

    run("--out", folder.resolve("a").toString());

    assertThat(session.err()).startsWith("warning: aggregation trimmed-mean: 8 devices");
  }

  @Test
  void writesOnlyTheSummaryAsJson() throws IOException {
    Path out = folder.resolve("a");

    assertThat(run("--json", "--out", out.toString())).isEqualTo(ExitCode.DONE);

    JsonNode summary = new ObjectMapper().readTree(session.out());
    assertThat(summary.get("experiment").textValue()).isEqualTo("small");
    assertThat(summary.get("meanTestAccuracy").doubleValue()).isEqualTo(0.9);
    assertThat(session.out()).isEqualTo(Files.readString(out.resolve("summary.json")));
    assertThat(session.err()).contains("run folder: " + out);
  }

  @Test
  void isQuietAboutTheFolderOfAJsonRunToo() {
    run("--json", "--quiet", "--out", folder.resolve("a").toString());

    assertThat(session.err()).isEmpty();
  }

  @Test
  void handsSettingsSeedAndThreadsOn() {
    Path out = folder.resolve("a");

    run(
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
    assertThat(run("--threads", threads, "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).contains("limbeck: Invalid value for option '--threads'", threads);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void makesNoFolderIfTheExperimentIsWrong() throws IOException {
    session.engine.onRead =
        file -> {
          throw new InvalidInputException(new Origin("small.yaml", 3, "topology.name"), "is wrong");
        };

    assertThat(run("--out", folder.resolve("x/y").toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err().strip()).isEqualTo("limbeck: small.yaml:3: topology.name: is wrong");
    assertThat(session.out()).isEmpty();
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void wiresTheBaselineBeforeAnythingRuns() throws IOException {
    session.engine.onOpen =
        experiment -> {
          if (experiment.plugin(PluginKind.ALGORITHM).name().equals("local-only")) {
            throw new InvalidInputException(new Origin("small.yaml", 9, "baseline"), "is wrong");
          }
        };

    assertThat(run("--out", folder.resolve("a").toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.engine.opened).hasSize(1).noneMatch(FakeRun::executed);
    assertThat(session.engine.opened).allMatch(FakeRun::closed);
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void refusesAFolderThatIsNotEmptyBeforeAnythingRuns() throws IOException {
    Files.writeString(folder.resolve("mine"), "mine");

    assertThat(run("--out", folder.toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err()).startsWith("limbeck: ").contains(folder.toString());
    assertThat(session.engine.opened).noneMatch(FakeRun::executed).allMatch(FakeRun::closed);
    assertThat(files(folder)).containsExactly("mine");
  }

  @Test
  void leavesNothingBehindWhenARunFails() throws IOException {
    session.engine.beforeRound =
        round -> {
          throw new IllegalStateException("a device burns");
        };

    assertThat(run("--out", folder.resolve("x/y").toString())).isEqualTo(ExitCode.FAILED);

    assertThat(session.err())
        .contains("limbeck: unexpected error: java.lang.IllegalStateException: a device burns")
        .contains("--stacktrace")
        .doesNotContain("\tat ");
    assertThat(folder).isEmptyDirectory();
    assertThat(session.engine.opened).allMatch(FakeRun::closed);
  }

  @Test
  void saysHowToGoOnBeforeWhoInterruptsItGoesOn() throws Exception {
    Path out = folder.resolve("x/y");
    List<CompletableFuture<String>> said = new ArrayList<>();
    session.engine.beforeRound =
        round -> {
          if (round == 3 && session.engine.opened.get(0).executed()) {
            Thread worker = Thread.currentThread();
            said.add(CompletableFuture.supplyAsync(this::errAfterStop));
            while (!worker.isInterrupted()) {
              Thread.onSpinWait();
            }
          }
        };

    assertThat(run("--quiet", "--out", out.toString())).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(said.get(0).get(10, TimeUnit.SECONDS))
        .isEqualToNormalizingNewlines(
            "limbeck: interrupted\n"
                + "limbeck: stopped after round 3 of 6; go on with: limbeck resume "
                + out
                + "\n");
    assertThat(files(out)).contains("experiment.yaml", "checkpoint/together/3", "metrics.csv");
    assertThat(files(out)).doesNotContain("summary.json", "device-1/model.bin");
    assertThat(session.engine.opened).allMatch(FakeRun::closed);
  }

  /** As in an evaluation that takes minutes, at a process that has seconds to end. */
  @Test
  void leavesNothingWhereItDoesNotEndInTimeBeforeItsFirstCheckpoint() throws Exception {
    Path out = folder.resolve("made/here");
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    session.engine.beforeRound =
        round -> {
          reached.countDown();
          while (end.getCount() > 0) {
            Thread.onSpinWait();
          }
        };
    CompletableFuture<Integer> code =
        CompletableFuture.supplyAsync(() -> run("--quiet", "--out", out.toString()));
    assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(out.resolve("experiment.yaml")).exists();

    session.runs.stop(0);

    assertThat(folder).isEmptyDirectory();
    end.countDown();
    assertThat(code.get(10, TimeUnit.SECONDS)).isEqualTo(ExitCode.INTERRUPTED);
    assertThat(session.err()).isEqualToNormalizingNewlines("limbeck: interrupted\n");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void saysHowToGoOnAfterDivergence() throws IOException {
    Path out = folder.resolve("a");
    session.engine.beforeRound =
        round -> {
          if (round == 5) {
            throw new InvalidInputException(new Origin("small.yaml", 4, "algorithm"), "diverges");
          }
        };

    assertThat(run("--quiet", "--out", out.toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            "limbeck: small.yaml:4: algorithm: diverges\n"
                + "limbeck: alone: stopped after round 5 of 6; go on with: limbeck resume "
                + out
                + "\n");
    assertThat(files(out)).contains("checkpoint/alone/4").doesNotContain("checkpoint/together/2");
  }

  @Test
  void canGoOnWhenTheResultsCannotBeWritten() throws IOException {
    session.engine.onSaveModel =
        device -> {
          throw new UncheckedIOException(new IOException("disk full"));
        };

    assertThat(run("--out", folder.resolve("a").toString())).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("disk full", "stopped after round 6 of 6; go on with:");
    assertThat(files(folder.resolve("a"))).doesNotContain("summary.json");
  }

  @Test
  void handsTheTimeoutOnAndHoldsOnlyTheRunItself() {
    session.engine.beforeRound = round -> endWhenHeld();

    run("--timeout", "7", "--hold", "--out", folder.resolve("a").toString());

    assertThat(session.engine.opened)
        .allMatch(opened -> opened.settings.timeout().equals(Duration.ofSeconds(7)))
        .extracting(opened -> opened.settings.hold())
        .containsExactly(true, false);
  }

  @Test
  void ctrlCEndsAHeldRunAsUsual() throws Exception {
    Path out = folder.resolve("a");
    List<CompletableFuture<Void>> stops = new ArrayList<>();
    session.engine.beforeRound =
        round -> {
          FakeRun together = session.engine.opened.get(0);
          if (together.executed() && round == 5) {
            stops.add(CompletableFuture.runAsync(() -> stopWhenHeld(together.control())));
          }
        };

    assertThat(run("--hold", "--out", out.toString())).isEqualTo(ExitCode.DONE);

    stops.get(0).get(10, TimeUnit.SECONDS);
    assertThat(files(out)).contains("summary.json").doesNotContain(".lock");
    assertThat(session.err()).contains("paused after round 6: all rounds are done");
  }

  @Test
  void aShellHasTheTerminalUntilItIsLeft() throws IOException {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    session.shell =
        () -> {
          entered.countDown();
          leave.await();
        };
    session.engine.swapAt = 4;
    session.engine.beforeRound =
        round -> {
          FakeRun together = session.engine.opened.get(0);
          if (together.executed() && round == 4) {
            await(entered);
            leave.countDown();
            while (shellIsThere()) {
              Thread.onSpinWait();
            }
          }
        };
    session.interactive();

    assertThat(run("--shell", "--out", folder.resolve("a").toString())).isEqualTo(ExitCode.DONE);

    String together = session.err().substring(session.err().lastIndexOf('\r'));
    assertThat(together)
        .doesNotContain("round 0/6", "round 3/6")
        .contains(
            "after round 4: architecture: softmax -> mlp {hidden: [8]}, device-3;"
                + " topology: ring -> complete (schedule)  accuracy 0.80 -> 0.50")
        .endsWith("round 6/6  accuracy 0.90" + System.lineSeparator());
  }

  @Test
  void leavingTheShellEndsAHeldRun() throws IOException {
    session.shell =
        () -> {
          FakeControl control = session.engine.opened.get(0).control();
          while (control.state != RunStatus.State.HELD) {
            Thread.onSpinWait();
          }
        };

    assertThat(run("--shell", "--hold", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(files(folder.resolve("a"))).contains("summary.json");
  }

  @Test
  void aShellThatWasLeftEarlierHoldsNothing() {
    session.shell = () -> {};

    assertThat(run("--shell", "--hold", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void aShellThatFailsIsLeft() {
    session.shell =
        () -> {
          throw new IllegalStateException("no terminal");
        };

    assertThat(run("--shell", "--hold", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(session.err()).contains("limbeck: the shell has failed: ", "no terminal");
  }

  private void stopWhenHeld(FakeControl control) {
    while (control.state != RunStatus.State.HELD) {
      Thread.onSpinWait();
    }
    stop();
  }

  @Test
  void startsABrokerOfItsOwnWhereMqttHasNone() {
    run("--transport", "mqtt", "--out", folder.resolve("a").toString());

    assertThat(session.engine.settings)
        .contains("transport.name=mqtt", "transport.broker=embedded")
        .anyMatch(setting -> setting.matches("transport\\.network=.*-\\d+"));
  }

  @Test
  void leavesBrokersToThoseWhoseTransportHasOne() {
    run("--transport", "in-process", "--out", folder.resolve("a").toString());

    assertThat(session.engine.settings).containsExactly("transport.name=in-process");
  }

  private void endWhenHeld() {
    session.engine.opened.get(0).control().end();
  }

  private static boolean shellIsThere() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals("limbeck-shell"));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void callsWhatGoesWrongWhileStoppingAnInterruption() {
    session.engine.onOpen =
        experiment -> {
          session.stopping = true;
          throw new IllegalStateException("no plug-in is left");
        };

    assertThat(run("--out", folder.resolve("a").toString())).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(session.err().strip()).isEqualTo("limbeck: interrupted");
  }

  private void stop() {
    try {
      session.runs.stop(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String errAfterStop() {
    stop();
    return session.err();
  }

  private int run(String... options) {
    List<String> args = new ArrayList<>(List.of("run", "small.yaml"));
    args.addAll(List.of(options));
    return session.execute(args.toArray(String[]::new));
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
