package org.limbeck.engine.checkpoint;

import java.util.List;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * All of a run between two rounds: what goes on from here ends as the run itself does.
 *
 * @param origin the experiment that the run began with, as text
 * @param current the experiment as it is since the last swap, as text, without its schedule
 * @param round the number of rounds completed
 * @param scheduledThrough the last round whose scheduled swaps have been made; −1 before the first
 * @param nextDevice the number of the next device that joins
 * @param referenceDigest the digest of the reference data
 * @param privateDigest the {@link PrivateDataDigest}
 * @param edges the communication graph
 * @param devices the devices in ascending order
 * @param observers the states of those observers that have one, in their order
 */
public record Checkpoint(
    String origin,
    String current,
    long round,
    long scheduledThrough,
    long nextDevice,
    byte[] referenceDigest,
    byte[] privateDigest,
    List<Edge> edges,
    List<DeviceState> devices,
    List<byte[]> observers) {

  /**
   * Returns the communication graph.
   *
   * @param size how many devices there are
   * @throws UnusableCheckpointException if it has others
   */
  public Graph graph(int size) {
    try {
      return new Graph(size, edges);
    } catch (IllegalArgumentException e) {
      throw new UnusableCheckpointException(
          new InvalidInputException(new Origin("checkpoint", 0, ""), e.getMessage()));
    }
  }

  /** Copies the lists. */
  public Checkpoint {
    edges = List.copyOf(edges);
    devices = List.copyOf(devices);
    observers = List.copyOf(observers);
  }
}
