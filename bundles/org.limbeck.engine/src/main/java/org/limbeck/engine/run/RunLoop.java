package org.limbeck.engine.run;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunPaused;
import org.limbeck.engine.experiment.Experiment;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.round.LockStep;

/** Does one round after the other, with what happens in between. Used by one thread. */
final class RunLoop {
  private final Swapper swapper;
  private final Boundary boundary;
  private final Steering steering;
  private final LockStep rounds;
  private final Consumer<RunEvent> events;
  private final BooleanSupplier over;
  private final Duration pause;
  private long round;
  private int evaluatedSwaps;
  private long evaluatedAt = -1;

  RunLoop(
      Swapper swapper,
      Boundary boundary,
      Steering steering,
      LockStep rounds,
      Consumer<RunEvent> events,
      BooleanSupplier over,
      Duration pause,
      long round) {
    this.swapper = swapper;
    this.boundary = boundary;
    this.steering = steering;
    this.rounds = rounds;
    this.events = events;
    this.over = over;
    this.pause = pause;
    this.round = round;
  }

  /** Evaluates the devices before the first round. */
  void begin() {
    evaluate();
  }

  /** Goes on from a checkpoint, before which the devices were evaluated if that was due. */
  void goOn() {
    evaluatedAt = isEvaluationDue() ? round : -1;
  }

  /**
   * Does all rounds that are left.
   *
   * @throws InterruptedException if this thread is interrupted; a checkpoint holds the rounds done,
   *     unless an exception that is suppressed says why not
   */
  void run() throws InterruptedException {
    while (goesOn()) {
      rounds.step(swapper.situation().network(), round);
      round++;
      if (isEvaluationDue()) {
        evaluate();
      }
      if (round % experiment().checkpointEvery() == 0 && round < steering.rounds()) {
        boundary.saveOnTheWay(round);
      }
    }
    evaluateLast();
    events.accept(new RunCompleted(round));
    boundary.saveLast(round);
  }

  private boolean goesOn() throws InterruptedException {
    try {
      steering.await(pause.toMillis());
      boolean waited = false;
      while (true) {
        requireNotInterrupted();
        boundary.pass(round);
        requireNotInterrupted();
        if (over.getAsBoolean()) {
          return false;
        }
        Steering.Decision decision = steering.decide(round);
        if (decision != Steering.Decision.WAIT) {
          if (waited && decision == Steering.Decision.GO) {
            events.accept(new RunContinued(round));
          }
          return decision == Steering.Decision.GO;
        }
        if (!waited) {
          standStill();
          waited = true;
        }
        steering.await(Boundary.POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      if (round > 0) {
        saveAtLast(e);
      }
      throw e;
    }
  }

  private void saveAtLast(InterruptedException interruption) {
    try {
      boundary.saveLast(round);
    } catch (InvalidInputException e) {
      interruption.addSuppressed(e);
    }
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("interrupted between two rounds");
    }
  }

  private void standStill() {
    if (round >= steering.rounds()) {
      evaluateLast();
    }
    boundary.saveOnTheWay(round);
    events.accept(new RunPaused(round, steering.status().reason()));
  }

  private boolean isEvaluationDue() {
    return round % experiment().evaluateEvery() == 0 || round == steering.rounds();
  }

  /** A swap after the last round changes what there is to evaluate. */
  private void evaluateLast() {
    if (evaluatedAt != round || evaluatedSwaps != swapper.swaps()) {
      evaluate();
    }
  }

  private void evaluate() {
    evaluatedSwaps = swapper.swaps();
    evaluatedAt = round;
    rounds.evaluate(swapper.situation().network(), round);
  }

  private Experiment experiment() {
    return swapper.situation().experiment();
  }
}
