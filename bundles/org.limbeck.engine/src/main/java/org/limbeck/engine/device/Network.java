package org.limbeck.engine.device;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.api.topology.Graph;

/**
 * The devices of a run and what they share.
 *
 * @param devices the devices in ascending order; vertex i of the graph is device i
 * @param graph the communication graph; where it varies with time, as it was at first
 * @param reference the reference rows
 * @param test the rows that all devices are judged by
 * @param meetings what brings them together where the graph varies with time; empty where it does
 *     not
 * @param server what they send to if their algorithm has a server; empty if there can be none
 */
public record Network(
    List<DeviceRuntime> devices,
    Graph graph,
    ReferenceDataset reference,
    LabelledRows test,
    Optional<Meetings> meetings,
    Optional<Server> server)
    implements AutoCloseable {

  /** Copies the list. */
  public Network {
    devices = List.copyOf(devices);
  }

  /** Returns the ids of the neighbours of a device. */
  public List<String> neighbours(int n) {
    return IntStream.of(graph.neighbours(n)).mapToObj(m -> devices.get(m).id()).toList();
  }

  /** Lets the devices meet their neighbours of a round, where the graph varies with time. */
  public void meet(long round) {
    meetings.ifPresent(all -> all.meet(devices, round));
  }

  /** Closes the devices. */
  @Override
  public void close() {
    devices.forEach(DeviceRuntime::close);
  }
}
