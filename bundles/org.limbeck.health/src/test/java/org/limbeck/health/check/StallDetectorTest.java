package org.limbeck.health.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.Rewired;
import org.limbeck.engine.control.RunControl;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.engine.control.RunStatus.State;
import org.limbeck.experiment.Swap;

class StallDetectorTest {
  private final Run run = new Run();
  private long seconds;
  private final StallDetector progress =
      new StallDetector(new StallThresholds(10, 5, 60), () -> seconds * 1_000_000_000);

  @Test
  void isContentWithoutRuns() {
    assertThat(progress.look(List.of()).getStatus()).isEqualTo(Result.Status.OK);
  }

  @Test
  void warnsOfRoundsThatTakeMuchLongerThanUsual() {
    assertThat(look(100, 20)).isEqualTo(Result.Status.OK);
    seconds = 100;
    assertThat(look(200, 9)).isEqualTo(Result.Status.OK);
    assertThat(look(200, 11)).isEqualTo(Result.Status.WARN);
  }

  @Test
  void doesNotTakeAMomentForSlow() {
    look(0, 0);
    seconds = 1;
    assertThat(look(1000, 4)).isEqualTo(Result.Status.OK);
  }

  @Test
  void findsRunsThatStall() {
    assertThat(look(100, 61)).isEqualTo(Result.Status.CRITICAL);
    assertThat(progress.look(List.of(run)).toString()).contains("small", "61 s", "round 100");
  }

  @Test
  void findsNothingWrongWithAPause() {
    run.state = State.PAUSED;
    assertThat(look(100, 1000)).isEqualTo(Result.Status.OK);
    run.state = State.WAITING;
    assertThat(look(100, 1000)).isEqualTo(Result.Status.WARN);
  }

  private Result.Status look(long round, double secondsInRound) {
    run.round = round;
    run.secondsInRound = secondsInRound;
    return progress.look(List.of(run)).getStatus();
  }

  private static final class Run implements RunControl {
    private State state = State.RUNNING;
    private long round;
    private double secondsInRound;

    @Override
    public RunStatus status() {
      return new RunStatus(
          "small",
          state,
          "for topology torus",
          round,
          500,
          secondsInRound,
          Map.of(),
          List.of(),
          List.of(),
          List.of());
    }

    @Override
    public CompletableFuture<Rewired> swap(Swap swap, String by) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void pause() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void resume() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void advance(long rounds) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void end() {
      throw new UnsupportedOperationException();
    }
  }
}
