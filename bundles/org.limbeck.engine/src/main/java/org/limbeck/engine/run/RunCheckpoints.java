package org.limbeck.engine.run;

import org.limbeck.experiment.InvalidInputException;

/** Makes the checkpoints of a run as it stands. Used by one thread at a time. */
final class RunCheckpoints {
  private final Swapper swapper;
  private final DueSwaps swaps;
  private final CheckpointWriter writer;
  private final CheckpointFailurePolicy failurePolicy;

  RunCheckpoints(
      Swapper swapper,
      DueSwaps swaps,
      CheckpointWriter writer,
      CheckpointFailurePolicy failurePolicy) {
    this.swapper = swapper;
    this.swaps = swaps;
    this.writer = writer;
    this.failurePolicy = failurePolicy;
  }

  /**
   * Makes a checkpoint, from which the run goes on now.
   *
   * @throws InvalidInputException if it cannot be written
   */
  void save(long round) {
    save(round, false);
  }

  /**
   * Makes the last checkpoint.
   *
   * @throws InvalidInputException if it cannot be written
   */
  void saveLast(long round) {
    save(round, true);
  }

  /**
   * Makes a checkpoint that the run may be able to go on without.
   *
   * @throws InvalidInputException if it cannot be written, and the run cannot go on without
   */
  void saveOnTheWay(long round) {
    failurePolicy.save(round, () -> save(round));
  }

  private void save(long round, boolean last) {
    writer.save(
        swapper.activeNetwork(), round, swaps.scheduledThrough(), swapper.nextDevice(), last);
  }
}
