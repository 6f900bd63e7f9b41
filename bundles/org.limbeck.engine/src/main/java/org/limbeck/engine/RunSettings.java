package org.limbeck.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.limbeck.exchange.security.KeyRing;

/**
 * How to run an experiment: nothing here affects the result.
 *
 * @param threads how many threads work on the devices, at least 1
 * @param live whether plug-ins that are dropped into the system and options that are set from
 *     outside reach this run
 * @param hold whether the run waits for more to do after its last round, until it is told to end
 * @param timeout how long the run waits for a plug-in that has gone or a device in another process,
 *     before it ends
 * @param checkpoints the folder that holds the checkpoints; empty to make none
 * @param folder the folder of the run, for the observers that its experiment chooses; empty to do
 *     without them
 * @param placement which devices run in this process
 * @param pause how long to rest between two rounds
 * @param keys what frames are signed and checked with; empty if they are not
 * @param unsigned whether it was said that there are no keys; otherwise frames that are not signed
 *     do not leave this machine
 */
public record RunSettings(
    int threads,
    boolean live,
    boolean hold,
    Duration timeout,
    Optional<Path> checkpoints,
    Optional<Path> folder,
    Placement placement,
    Duration pause,
    Optional<KeyRing> keys,
    boolean unsigned) {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public RunSettings {
    if (threads < 1 || timeout.isNegative() || pause.isNegative()) {
      throw new IllegalArgumentException(
          "threads are 1 or more, timeout and pause are not negative; not "
              + threads
              + ", "
              + timeout
              + ", "
              + pause);
    }
  }

  /** Returns settings for a run that nobody attends to: not live, not held, without checkpoints. */
  public static RunSettings of(int threads) {
    return new RunSettings(
        threads,
        false,
        false,
        DEFAULT_TIMEOUT,
        Optional.empty(),
        Optional.empty(),
        new Placement.InProcess(),
        Duration.ZERO,
        Optional.empty(),
        false);
  }

  /** Returns the same settings for a run that updates from outside reach, or do not. */
  public RunSettings withLive(boolean other) {
    return new RunSettings(
        threads, other, hold, timeout, checkpoints, folder, placement, pause, keys, unsigned);
  }

  /** Returns the same settings for a run that waits after its last round, or does not. */
  public RunSettings withHold(boolean other) {
    return new RunSettings(
        threads, live, other, timeout, checkpoints, folder, placement, pause, keys, unsigned);
  }

  /** Returns the same settings with another time to wait for what is not there. */
  public RunSettings withTimeout(Duration other) {
    return new RunSettings(
        threads, live, hold, other, checkpoints, folder, placement, pause, keys, unsigned);
  }

  /** Returns the same settings with a folder for checkpoints. */
  public RunSettings withCheckpoints(Path other) {
    return new RunSettings(
        threads, live, hold, timeout, Optional.of(other), folder, placement, pause, keys, unsigned);
  }

  /** Returns the same settings with a folder of the run, which is there. */
  public RunSettings withFolder(Path other) {
    return new RunSettings(
        threads,
        live,
        hold,
        timeout,
        checkpoints,
        Optional.of(other),
        placement,
        pause,
        keys,
        unsigned);
  }

  /** Returns the same settings for other devices. */
  public RunSettings withPlacement(Placement other) {
    return new RunSettings(
        threads, live, hold, timeout, checkpoints, folder, other, pause, keys, unsigned);
  }

  /** Returns the same settings with a rest between two rounds. */
  public RunSettings withPause(Duration other) {
    return new RunSettings(
        threads, live, hold, timeout, checkpoints, folder, placement, other, keys, unsigned);
  }

  /** Returns the same settings for frames that are signed and checked. */
  public RunSettings withKeys(KeyRing ring) {
    return new RunSettings(
        threads,
        live,
        hold,
        timeout,
        checkpoints,
        folder,
        placement,
        pause,
        Optional.of(ring),
        false);
  }

  /** Returns the same settings for frames that are not signed, wherever they go. */
  public RunSettings withoutKeys() {
    return new RunSettings(
        threads,
        live,
        hold,
        timeout,
        checkpoints,
        folder,
        placement,
        pause,
        Optional.empty(),
        true);
  }

  /** Returns the same settings for a run that nobody steers: not live, not held. */
  public RunSettings unattended() {
    return withLive(false).withHold(false);
  }
}
