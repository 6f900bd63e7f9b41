package org.limbeck.engine.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.neighbours.NeighbourSource;
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Clocked;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.experiment.ExecutionMode;

/**
 * The devices of a run that are in this process, and what they share.
 *
 * @param placement where the devices live
 * @param places the places of the devices of this process, in ascending order
 * @param pace whether devices wait for each other
 * @param transport what carries their frames
 * @param devices the devices in ascending order
 * @param elsewhere the descriptions of all other devices, in ascending order
 * @param graph the communication graph, on the places of all devices; where it varies with time, as
 *     it was at first
 * @param reference the reference rows
 * @param test the rows that all devices are judged by
 * @param neighbours whom the devices exchange with
 * @param server what they send to if their algorithm has a server; empty if there can be none
 */
public record DeviceNetwork(
    DevicePlacement placement,
    List<Integer> places,
    ExecutionMode pace,
    Transport transport,
    List<DeviceRuntime> devices,
    List<DeviceDescription> elsewhere,
    Graph graph,
    ReferenceDataset reference,
    LabelledRows test,
    NeighbourSource neighbours,
    Optional<AveragingServer> server)
    implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  /** Copies the lists. */
  public DeviceNetwork {
    devices = List.copyOf(devices);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Returns the ids of the neighbours of a device, where all devices are in this process. */
  public List<String> neighbourIds(int n) {
    return IntStream.of(graph.neighbours(n)).mapToObj(m -> devices.get(m).id()).toList();
  }

  /**
   * Lets time pass on a network that has a time of its own, and the devices meet their neighbours
   * of a round, where these vary with time.
   *
   * @return what devices have noticed of those in other processes
   */
  public List<RunEvent> meet(long round) {
    if (transport instanceof Clocked network) {
      network.tick();
    }
    return neighbours.connect(places, devices, round);
  }

  /**
   * Where frames take their time: waits until those of a round have arrived, if devices are in
   * step; else for a moment, if all devices are ahead of the network and nothing comes.
   *
   * @throws PeerTimeoutException if some have not after so long
   */
  public void await(long round, Workspace workspace, Duration patience)
      throws InterruptedException {
    if (pace == ExecutionMode.LOCK_STEP && !transport.isImmediate()) {
      for (DeviceRuntime device : devices) {
        device.await(round, workspace, patience);
      }
    }
    if (pace == ExecutionMode.ASYNCHRONOUS
        && !transport.isImmediate()
        && !(transport instanceof Clocked)) {
      awaitNews(patience);
    }
  }

  private void awaitNews(Duration patience) {
    if (devices.stream().allMatch(DeviceRuntime::isAhead)) {
      long deadline = System.nanoTime() + LONGEST_PAUSE.toNanos();
      try {
        for (DeviceRuntime device : devices) {
          device.awaitNews(deadline, patience);
        }
      } catch (InterruptedException e) {
        // The round can be finished.
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Returns whether the devices exchange anything. */
  public boolean exchanges() {
    return devices.stream().anyMatch(device -> !device.channels().isEmpty());
  }

  /** Closes the devices. */
  @Override
  public void close() {
    devices.forEach(DeviceRuntime::close);
  }
}
