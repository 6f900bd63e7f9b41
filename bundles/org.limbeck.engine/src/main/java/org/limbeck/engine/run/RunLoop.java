package org.limbeck.engine.run;

import java.time.Duration;
import java.util.function.Consumer;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunPaused;
import org.limbeck.engine.round.RoundExecutor;
import org.limbeck.experiment.Experiment;
import org.limbeck.experiment.InvalidInputException;

/** Does one round after the other, with what happens in between. Used by one thread. */
final class RunLoop {
  private final Swapper swapper;
  private final RoundBoundary roundBoundary;
  private final RunCheckpoints checkpoints;
  private final RunController controller;
  private final RoundExecutor rounds;
  private final Consumer<RunEvent> events;
  private final Duration pause;
  private long round;
  private int evaluatedSwaps;
  private long evaluatedAt = -1;

  RunLoop(
      Swapper swapper,
      RoundBoundary roundBoundary,
      RunCheckpoints checkpoints,
      RunController controller,
      RoundExecutor rounds,
      Consumer<RunEvent> events,
      Duration pause,
      long round) {
    this.swapper = swapper;
    this.roundBoundary = roundBoundary;
    this.checkpoints = checkpoints;
    this.controller = controller;
    this.rounds = rounds;
    this.events = events;
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
      rounds.step(swapper.activeNetwork().network(), round);
      round++;
      if (isEvaluationDue()) {
        evaluate();
      }
      if (round % experiment().checkpointEvery() == 0 && round < controller.rounds()) {
        checkpoints.saveOnTheWay(round);
      }
    }
    evaluateLast();
    events.accept(new RunCompleted(round));
    checkpoints.saveLast(round);
  }

  private boolean goesOn() throws InterruptedException {
    try {
      controller.await(pause.toMillis());
      boolean waited = false;
      while (true) {
        requireNotInterrupted();
        roundBoundary.pass(round);
        requireNotInterrupted();
        RunController.Decision decision = controller.decide(round);
        if (decision != RunController.Decision.WAIT) {
          if (waited && decision == RunController.Decision.GO) {
            events.accept(new RunContinued(round));
          }
          return decision == RunController.Decision.GO;
        }
        if (!waited) {
          standStill();
          waited = true;
        }
        controller.await(RoundBoundary.POLL_MILLIS);
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
      checkpoints.saveLast(round);
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
    if (round >= controller.rounds()) {
      evaluateLast();
    }
    checkpoints.saveOnTheWay(round);
    events.accept(new RunPaused(round, controller.status().reason()));
  }

  private boolean isEvaluationDue() {
    return round % experiment().evaluateEvery() == 0 || round == controller.rounds();
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
    rounds.evaluate(swapper.activeNetwork().network(), round);
  }

  private Experiment experiment() {
    return swapper.activeNetwork().experiment();
  }
}
