package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/** What is left of a run that does not come to its end, and what is said. */
class StoppedRunTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;

  @Test
  void leavesNothingBehindWhenARunFails() throws IOException {
    session.engine.beforeRound =
        round -> {
          throw new IllegalStateException("a device burns");
        };

    assertThat(session.run("--out", folder.resolve("x/y").toString())).isEqualTo(ExitCode.FAILED);

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

    assertThat(session.run("--quiet", "--out", out.toString())).isEqualTo(ExitCode.INTERRUPTED);

    assertThat(said.get(0).get(10, TimeUnit.SECONDS))
        .isEqualToNormalizingNewlines(
            "limbeck: interrupted\n"
                + "limbeck: stopped after round 3 of 6; go on with: limbeck resume "
                + out
                + "\n");
    assertThat(RunFiles.in(out))
        .contains("experiment.yaml", "checkpoint/together/3", "metrics.csv");
    assertThat(RunFiles.in(out)).doesNotContain("summary.json", "device-1/model.bin");
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
        CompletableFuture.supplyAsync(() -> session.run("--quiet", "--out", out.toString()));
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

    assertThat(session.run("--quiet", "--out", out.toString())).isEqualTo(ExitCode.WRONG_INPUT);

    assertThat(session.err())
        .isEqualToNormalizingNewlines(
            "limbeck: small.yaml:4: algorithm: diverges\n"
                + "limbeck: alone: stopped after round 5 of 6; go on with: limbeck resume "
                + out
                + "\n");
    assertThat(RunFiles.in(out))
        .contains("checkpoint/alone/4")
        .doesNotContain("checkpoint/together/2");
  }

  @Test
  void canGoOnWhenTheResultsCannotBeWritten() throws IOException {
    session.engine.onSaveModel =
        device -> {
          throw new UncheckedIOException(new IOException("disk full"));
        };

    assertThat(session.run("--out", folder.resolve("a").toString())).isEqualTo(ExitCode.FAILED);

    assertThat(session.err()).contains("disk full", "stopped after round 6 of 6; go on with:");
    assertThat(RunFiles.in(folder.resolve("a"))).doesNotContain("summary.json");
  }

  @Test
  void callsWhatGoesWrongWhileStoppingAnInterruption() {
    session.engine.onOpen =
        experiment -> {
          session.stopping = true;
          throw new IllegalStateException("no plug-in is left");
        };

    assertThat(session.run("--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.INTERRUPTED);

    assertThat(session.err().strip()).isEqualTo("limbeck: interrupted");
  }

  private String errAfterStop() {
    session.stop();
    return session.err();
  }
}
