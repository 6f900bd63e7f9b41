package org.limbeck.engine.run;

import java.util.function.Consumer;
import org.limbeck.api.event.CheckpointMissed;
import org.limbeck.api.event.RunEvent;
import org.limbeck.experiment.InvalidInputException;

/**
 * What becomes of a run when a checkpoint on its way cannot be written: it ends, or it goes on
 * without and says so once. Used by one thread.
 */
final class CheckpointFailurePolicy {
  private final boolean goesOn;
  private final Consumer<RunEvent> events;
  private boolean missing;

  /**
   * Makes a tolerance.
   *
   * @param goesOn whether the run goes on
   */
  CheckpointFailurePolicy(boolean goesOn, Consumer<RunEvent> events) {
    this.goesOn = goesOn;
    this.events = events;
  }

  /**
   * Makes the checkpoint of a round.
   *
   * @throws InvalidInputException if it cannot be written and the run is to end
   */
  void save(long round, Runnable checkpoint) {
    try {
      checkpoint.run();
    } catch (InvalidInputException e) {
      if (!goesOn) {
        throw e;
      }
      if (!missing) {
        missing = true;
        events.accept(new CheckpointMissed(round, e.getMessage()));
      }
      return;
    }
    if (missing) {
      missing = false;
      events.accept(new CheckpointMissed(round, ""));
    }
  }
}
