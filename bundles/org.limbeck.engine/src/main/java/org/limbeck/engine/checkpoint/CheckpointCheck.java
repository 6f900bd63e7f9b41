package org.limbeck.engine.checkpoint;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.limbeck.api.topology.Edge;
import org.limbeck.engine.device.DeviceState;
import org.limbeck.experiment.DeviceSpec;

/**
 * Tells whether a checkpoint agrees with itself. A right checksum says that nothing was damaged by
 * accident, but who changes a file can compute one too.
 */
final class CheckpointCheck {
  private CheckpointCheck() {}

  /**
   * Refuses a checkpoint that no run has written.
   *
   * @param round the round that it must be of
   * @throws IOException saying what is wrong first
   */
  static void requireSound(Checkpoint checkpoint, long round) throws IOException {
    require(
        checkpoint.round() == round && round >= 0,
        "it is of round " + checkpoint.round() + ", and its name is of round " + round);
    require(
        checkpoint.scheduledThrough() >= -1 && checkpoint.scheduledThrough() <= round,
        "swaps have been made through round " + checkpoint.scheduledThrough());
    require(
        checkpoint.nextDevice() >= 0,
        "the next device that joins has the number " + checkpoint.nextDevice());
    requireAscending(checkpoint.edges());
    requireDevices(checkpoint.devices());
  }

  private static void requireAscending(List<Edge> edges) throws IOException {
    for (int i = 1; i < edges.size(); i++) {
      require(
          edges.get(i - 1).compareTo(edges.get(i)) < 0,
          "the edges of the graph are not in ascending order");
    }
  }

  private static void requireDevices(List<DeviceState> devices) throws IOException {
    require(!devices.isEmpty(), "there is no device in it");
    Set<String> ids = new HashSet<>();
    for (DeviceState device : devices) {
      require(DeviceSpec.isId(device.id()), "a device has an id that no device can have");
      require(ids.add(device.id()), device.id() + " is there twice");
      for (int row : device.rows()) {
        require(row >= 0, device.id() + " has the private row " + row);
      }
    }
  }

  private static void require(boolean sound, String otherwise) throws IOException {
    if (!sound) {
      throw new IOException("it does not agree with itself: " + otherwise);
    }
  }
}
