package org.limbeck.engine.run;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunPaused;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * What may happen between two rounds, in this order: swaps that are scheduled, plug-ins that come
 * and go, swaps that others ask for, and private rows that come. A run stands still here while a
 * plug-in that it uses is not there. Used by one thread at a time.
 */
final class RoundBoundary {
  static final long POLL_MILLIS = 100;

  private final DueSwaps swaps;
  private final PluginRenewal renewal;
  private final Optional<PrivateDataWatcher> data;
  private final RunCheckpoints checkpoints;
  private final RunController controller;
  private final Duration timeout;
  private final Consumer<RunEvent> events;

  /**
   * Makes the time between rounds of a run.
   *
   * @param data looks for more private rows; empty where they stay as they are
   * @param timeout how long the run waits for a plug-in that has gone
   */
  RoundBoundary(
      DueSwaps swaps,
      PluginRenewal renewal,
      Optional<PrivateDataWatcher> data,
      RunCheckpoints checkpoints,
      RunController controller,
      Duration timeout,
      Consumer<RunEvent> events) {
    this.swaps = swaps;
    this.renewal = renewal;
    this.data = data;
    this.checkpoints = checkpoints;
    this.controller = controller;
    this.timeout = timeout;
    this.events = events;
  }

  /**
   * Makes all swaps that are due.
   *
   * @param round the number of rounds completed
   * @throws InvalidInputException if a scheduled swap is refused, or a plug-in that has gone does
   *     not come back
   * @throws InterruptedException if this thread is interrupted while it waits for a plug-in
   */
  void pass(long round) throws InterruptedException {
    swaps.makeScheduled(round);
    Optional<String> missing = takeUp(round);
    if (missing.isPresent() && !controller.isEnding()) {
      await(missing.get(), round);
    }
    renewal.forget();
    swaps.makeConfigured(round);
    lookForData(round);
  }

  /** Returns what the run waits for, if anything. */
  private Optional<String> takeUp(long round) {
    renewal.update(round);
    swaps.makeRequested(round);
    return renewal.renew(round);
  }

  private void await(String missing, long round) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    controller.stand(RunStatus.State.WAITING, missing);
    events.accept(new RunPaused(round, missing));
    do {
      if (System.nanoTime() > deadline) {
        throw new InvalidInputException(
            new Origin("after round " + round, 0, ""),
            missing + "; waited " + timeout.toSeconds() + " s for it");
      }
      controller.await(POLL_MILLIS);
    } while (takeUp(round).isPresent() && !controller.isEnding());
    controller.stand(RunStatus.State.RUNNING, "");
    events.accept(new RunContinued(round));
  }

  /** A checkpoint tells with how many rows all rounds after it are done. */
  private void lookForData(long round) {
    if (data.isPresent() && data.get().look(round)) {
      checkpoints.save(round);
    }
  }
}
