package org.limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.cli.command.ExitCode;
import org.limbeck.engine.control.RunStatus;

/** Runs that wait at their end, and those with a shell. */
class HeldRunTest {
  private final CommandSession session = new CommandSession();
  @TempDir private Path folder;

  @Test
  void handsTheTimeoutOnAndHoldsOnlyTheRunItself() {
    session.engine.beforeRound = round -> endWhenHeld();

    session.run("--timeout", "7", "--hold", "--out", folder.resolve("a").toString());

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

    assertThat(session.run("--hold", "--out", out.toString())).isEqualTo(ExitCode.DONE);

    stops.get(0).get(10, TimeUnit.SECONDS);
    assertThat(RunFiles.in(out)).contains("summary.json").doesNotContain(".lock");
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

    assertThat(session.run("--shell", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);

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

    assertThat(session.run("--shell", "--hold", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(RunFiles.in(folder.resolve("a"))).contains("summary.json");
  }

  @Test
  void aShellThatWasLeftEarlierHoldsNothing() {
    session.shell = () -> {};

    assertThat(session.run("--shell", "--hold", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);
  }

  @Test
  void aShellThatFailsIsLeft() {
    session.shell =
        () -> {
          throw new IllegalStateException("no terminal");
        };

    assertThat(session.run("--shell", "--hold", "--out", folder.resolve("a").toString()))
        .isEqualTo(ExitCode.DONE);

    assertThat(session.err()).contains("limbeck: the shell has failed: ", "no terminal");
  }

  private void stopWhenHeld(FakeControl control) {
    while (control.state != RunStatus.State.HELD) {
      Thread.onSpinWait();
    }
    session.stop();
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
}
