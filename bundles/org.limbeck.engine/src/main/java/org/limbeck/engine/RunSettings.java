package org.limbeck.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to run an experiment: nothing here affects the result.
 *
 * @param threads how many threads work on the devices, at least 1
 * @param live whether plug-ins that are dropped into the system and options that are set from
 *     outside reach this run
 * @param hold whether the run waits for more to do after its last round, until it is told to end
 * @param patience how long the run waits for a plug-in that has gone, before it ends with a
 *     checkpoint
 * @param checkpoints the folder that holds the checkpoints; empty to make none
 */
public record RunSettings(
    int threads, boolean live, boolean hold, Duration patience, Optional<Path> checkpoints) {
  private static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(5);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public RunSettings {
    if (threads < 1 || patience.isNegative()) {
      throw new IllegalArgumentException(
          "threads are 1 or more and patience is not negative; not " + threads + ", " + patience);
    }
  }

  /** Returns settings for a run that nobody attends to: not live, not held, without checkpoints. */
  public static RunSettings of(int threads) {
    return new RunSettings(threads, false, false, DEFAULT_PATIENCE, Optional.empty());
  }

  /** Returns the same settings with a folder for checkpoints. */
  public RunSettings withCheckpoints(Path folder) {
    return new RunSettings(threads, live, hold, patience, Optional.of(folder));
  }
}
