package org.limbeck.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.security.KeyRing;

/**
 * How to run an experiment: nothing here affects the result.
 *
 * @param threads how many threads work on the devices, at least 1
 * @param live whether plug-ins that are dropped into the system and options that are set from
 *     outside reach this run
 * @param hold whether the run waits for more to do after its last round, until it is told to end
 * @param patience how long the run waits for a plug-in that has gone or a device in another
 *     process, before it ends
 * @param checkpoints the folder that holds the checkpoints; empty to make none
 * @param devices the places, from 0, of the devices that are run in this process; empty for all
 * @param neighbours the ids of the neighbours that the only device of the experiment has in other
 *     processes; none of them to let the topology choose among those that are there; empty for a
 *     device, or devices, that are all there is
 * @param pause how long to rest between two rounds
 * @param keys what frames are signed and checked with; empty if they are not
 */
public record RunSettings(
    int threads,
    boolean live,
    boolean hold,
    Duration patience,
    Optional<Path> checkpoints,
    List<Integer> devices,
    Optional<List<String>> neighbours,
    Duration pause,
    Optional<KeyRing> keys) {
  private static final Duration DEFAULT_PATIENCE = Duration.ofMinutes(5);

  /**
   * Checks the ranges, and copies the list.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public RunSettings {
    if (threads < 1 || patience.isNegative() || pause.isNegative()) {
      throw new IllegalArgumentException(
          "threads are 1 or more, patience and pause are not negative; not "
              + threads
              + ", "
              + patience
              + ", "
              + pause);
    }
    devices = List.copyOf(devices);
  }

  /** Makes settings for a run of all devices. */
  public RunSettings(
      int threads, boolean live, boolean hold, Duration patience, Optional<Path> checkpoints) {
    this(
        threads,
        live,
        hold,
        patience,
        checkpoints,
        List.of(),
        Optional.empty(),
        Duration.ZERO,
        Optional.empty());
  }

  /** Returns settings for a run that nobody attends to: not live, not held, without checkpoints. */
  public static RunSettings of(int threads) {
    return new RunSettings(threads, false, false, DEFAULT_PATIENCE, Optional.empty());
  }

  /** Returns the same settings with a folder for checkpoints. */
  public RunSettings withCheckpoints(Path folder) {
    return new RunSettings(
        threads, live, hold, patience, Optional.of(folder), devices, neighbours, pause, keys);
  }

  /** Returns the same settings for some devices only. */
  public RunSettings withDevices(List<Integer> places) {
    return new RunSettings(
        threads, live, hold, patience, checkpoints, places, neighbours, pause, keys);
  }

  /** Returns the same settings for one device that has neighbours in other processes. */
  public RunSettings withNeighbours(List<String> ids) {
    return new RunSettings(
        threads,
        live,
        hold,
        patience,
        checkpoints,
        devices,
        Optional.of(List.copyOf(ids)),
        pause,
        keys);
  }

  /** Returns the same settings with a rest between two rounds. */
  public RunSettings withPause(Duration other) {
    return new RunSettings(
        threads, live, hold, patience, checkpoints, devices, neighbours, other, keys);
  }

  /** Returns the same settings for frames that are signed and checked. */
  public RunSettings withKeys(KeyRing ring) {
    return new RunSettings(
        threads, live, hold, patience, checkpoints, devices, neighbours, pause, Optional.of(ring));
  }

  /** Returns the same settings for a run that nobody steers: not live, not held. */
  public RunSettings unattended() {
    return new RunSettings(
        threads, false, false, patience, checkpoints, devices, neighbours, pause, keys);
  }
}
