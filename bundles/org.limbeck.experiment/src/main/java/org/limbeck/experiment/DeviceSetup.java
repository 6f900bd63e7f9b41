package org.limbeck.experiment;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.limbeck.exchange.security.KeyRing;

/**
 * A device on its own, with its neighbours in other processes.
 *
 * @param experiment an experiment with this device alone
 * @param neighbours the ids of its neighbours; none to let the topology choose among those that are
 *     there
 * @param folder the folder that holds its state
 * @param pause how long to rest between two rounds
 * @param timeout how long it waits for a neighbour that has vanished
 * @param keys what frames are signed and checked with; empty if they are not
 * @param unsigned whether the file says that there are no keys
 */
public record DeviceSetup(
    Experiment experiment,
    List<String> neighbours,
    Path folder,
    Duration pause,
    Duration timeout,
    Optional<KeyRing> keys,
    boolean unsigned) {

  /** What {@code rounds} of the experiment is where the device goes on until it is stopped. */
  public static final long ENDLESS = Long.MAX_VALUE;

  /** Copies the list. */
  public DeviceSetup {
    neighbours = List.copyOf(neighbours);
  }

  /** Returns the device's id. */
  public String id() {
    return experiment.deviceIds().get(0);
  }
}
