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
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.engine.neighbours.NeighbourSource;
import org.limbeck.engine.placement.DevicePlacement;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.lockstep.PeerTimeoutException;
import org.limbeck.exchange.server.AveragingServer;

/**
 * The devices of a run that are in this process, and what they share.
 *
 * @param placement where the devices live
 * @param places the places of the devices of this process, in ascending order
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
    List<DeviceRuntime> devices,
    List<DeviceDescription> elsewhere,
    Graph graph,
    ReferenceDataset reference,
    LabelledRows test,
    NeighbourSource neighbours,
    Optional<AveragingServer> server)
    implements AutoCloseable {

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
   * Lets the devices meet their neighbours of a round, where these vary with time.
   *
   * @return what devices have noticed of those in other processes
   */
  public List<RunEvent> meet(long round) {
    return neighbours.connect(places, devices, round);
  }

  /**
   * Waits for what others send, if no device can do anything else.
   *
   * @param pause how long they wait at most if they can finish the round without news
   * @param timeout for how long they wait for others that send nothing
   * @throws PeerTimeoutException if the round cannot be finished after so long
   */
  public void await(long round, Workspace workspace, Duration pause, Duration timeout)
      throws InterruptedException {
    if (devices.stream().allMatch(DeviceRuntime::mustWait)) {
      long pauseEnd = System.nanoTime() + pause.toNanos();
      for (DeviceRuntime device : devices) {
        device.await(round, workspace, pauseEnd, timeout, () -> answerBeside(device, workspace));
      }
    }
  }

  /** Lets the devices send again what others have missed. */
  public void answer(Workspace workspace) {
    devices.forEach(device -> device.answer(workspace));
  }

  /** The other devices must answer while one waits, as others may wait for them. */
  private void answerBeside(DeviceRuntime waiting, Workspace workspace) {
    devices.stream()
        .filter(device -> device != waiting)
        .forEach(device -> device.answer(workspace));
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
