package org.limbeck.engine.device;

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
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Clocked;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.server.AveragingServer;
import org.limbeck.experiment.ExecutionMode;

/**
 * The devices of a run that are in this process, and what they share.
 *
 * @param localDevices which of all devices these are
 * @param pace whether devices wait for each other
 * @param transport what carries their frames
 * @param devices the devices in ascending order
 * @param elsewhere the descriptions of all other devices, in ascending order
 * @param graph the communication graph, on the places of all devices; where it varies with time, as
 *     it was at first
 * @param reference the reference rows
 * @param test the rows that all devices are judged by
 * @param timeVaryingNeighbours what brings them together where the graph varies with time; empty
 *     where it does not
 * @param server what they send to if their algorithm has a server; empty if there can be none
 * @param discoveredNeighbours whom the only device of this process has for neighbours, where it is
 *     on its own; empty where it is one of an experiment
 * @param credentials what tells its devices from others
 */
public record DeviceNetwork(
    LocalDevices localDevices,
    ExecutionMode pace,
    Transport transport,
    List<DeviceRuntime> devices,
    List<DeviceDescription> elsewhere,
    Graph graph,
    ReferenceDataset reference,
    LabelledRows test,
    Optional<TimeVaryingNeighbours> timeVaryingNeighbours,
    Optional<AveragingServer> server,
    Optional<DiscoveredNeighbours> discoveredNeighbours,
    Credentials credentials)
    implements AutoCloseable {
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

  /** Copies the lists. */
  public DeviceNetwork {
    devices = List.copyOf(devices);
    elsewhere = List.copyOf(elsewhere);
  }

  /** Returns the ids of the neighbours of a device, where all devices are in this process. */
  public List<String> neighbours(int n) {
    return IntStream.of(graph.neighbours(n)).mapToObj(m -> devices.get(m).id()).toList();
  }

  /**
   * Lets time pass on a network that has a time of its own, and the devices meet their neighbours
   * of a round, where these vary with time.
   *
   * @return what a device on its own has noticed of others
   */
  public List<RunEvent> meet(long round) {
    if (transport instanceof Clocked network) {
      network.tick();
    }
    timeVaryingNeighbours.ifPresent(all -> all.meet(localDevices.places(), devices, round));
    return discoveredNeighbours.map(all -> all.meet(devices.get(0), round)).orElse(List.of());
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

  /** Returns the same network of a device that has neighbours of its own. */
  public DeviceNetwork with(Optional<DiscoveredNeighbours> other) {
    return new DeviceNetwork(
        localDevices,
        pace,
        transport,
        devices,
        elsewhere,
        graph,
        reference,
        test,
        timeVaryingNeighbours,
        server,
        other,
        credentials);
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
