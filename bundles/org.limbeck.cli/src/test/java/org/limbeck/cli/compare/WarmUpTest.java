package org.limbeck.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.limbeck.cli.Experiments;
import org.limbeck.cli.FakeEngine;
import org.limbeck.cli.FakeRun;
import org.limbeck.experiment.Experiment;

class WarmUpTest {
  private final FakeEngine engine = new FakeEngine();
  private final Experiment experiment = Experiments.small(Optional.empty());
  private long now;
  private long compiled;

  @Test
  void runsEachExperimentWhateverItsSeeds() throws Exception {
    engine.onRound(round -> now += TimeUnit.SECONDS.toNanos(1) / 3 + 1);
    warmUp(
        new Cell("ring", experiment.withSeed(1)),
        new Cell("ring", experiment.withSeed(2)),
        new Cell("star", experiment.withSeed(1)));

    assertThat(engine.opened).hasSize(2).allMatch(FakeRun::closed);
    assertThat(engine.opened).allMatch(run -> run.roundsDone() == experiment.rounds());
  }

  @Test
  void endsAfterTheRoundInWhichTwoSecondsArePassed() throws Exception {
    engine.onRound(round -> now = TimeUnit.MILLISECONDS.toNanos(700) * (round + 1));

    warmUp(new Cell("ring", experiment));

    assertThat(engine.opened).extracting(FakeRun::roundsDone).containsExactly(3L);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void whatEndsSoonerIsRunAgain() throws Exception {
    engine.onRound(round -> now += TimeUnit.MILLISECONDS.toNanos(100));

    warmUp(new Cell("ring", experiment));

    assertThat(engine.opened).extracting(FakeRun::roundsDone).containsExactly(6L, 6L, 6L, 2L);
    assertThat(engine.opened).allMatch(FakeRun::closed);
  }

  @Test
  void whatTakesNoTimeIsRunAHundredTimes() throws Exception {
    warmUp(new Cell("ring", experiment));

    assertThat(engine.opened).hasSize(100);
  }

  @Test
  void goesOnWhileJavaCompiles() throws Exception {
    engine.onRound(
        round -> {
          now += TimeUnit.MILLISECONDS.toNanos(500);
          compiled += now <= TimeUnit.SECONDS.toNanos(5) ? 100 : 1;
        });

    warmUp(new Cell("ring", experiment));

    assertThat(engine.opened).extracting(FakeRun::roundsDone).containsExactly(6L, 6L);
  }

  @Test
  void endsAfterTenSecondsAtTheLatest() throws Exception {
    engine.onRound(
        round -> {
          now += TimeUnit.SECONDS.toNanos(1);
          compiled += 100;
        });

    warmUp(new Cell("ring", experiment));

    assertThat(engine.opened).extracting(FakeRun::roundsDone).containsExactly(6L, 4L);
  }

  @Test
  void isInterruptedByOthers() {
    engine.onRound(round -> Thread.currentThread().interrupt());

    assertThatThrownBy(() -> warmUp(new Cell("ring", experiment)))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void leavesFailuresToTheRunItself() throws Exception {
    engine.onRound(
        round -> {
          throw new IllegalStateException("diverges");
        });

    warmUp(new Cell("ring", experiment));

    assertThat(engine.opened).hasSize(1).allMatch(FakeRun::closed);
  }

  private void warmUp(Cell... cells) throws InterruptedException {
    new WarmUp(engine, () -> now, () -> compiled).run(List.of(cells), 1);
  }
}
