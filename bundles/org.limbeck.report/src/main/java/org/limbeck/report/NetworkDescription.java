package org.limbeck.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Mixing;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.topology.Edge;

/**
 * What a run is made of from some round on.
 *
 * @param plugins the plug-in in use by kind
 * @param devices the devices in ascending order
 * @param edges the communication graph, on the indices of {@code devices}
 * @param mixing how fast that graph mixes
 */
public record NetworkDescription(
    Map<String, String> plugins, List<DeviceDescription> devices, List<Edge> edges, Mixing mixing) {

  /** Copies the collections. Nothing said of the mixing, as in older records, is not known. */
  public NetworkDescription {
    plugins = Map.copyOf(plugins);
    devices = List.copyOf(devices);
    edges = List.copyOf(edges);
    mixing = mixing == null ? Mixing.UNKNOWN : mixing;
  }

  /** Returns some of its devices, with the edges among them. */
  NetworkDescription among(Collection<String> some) {
    Set<String> wanted = Set.copyOf(some);
    List<Integer> kept =
        IntStream.range(0, devices.size())
            .filter(i -> wanted.contains(devices.get(i).id()))
            .boxed()
            .toList();
    Map<Integer, Integer> places =
        IntStream.range(0, kept.size()).boxed().collect(Collectors.toMap(kept::get, i -> i));
    List<Edge> inside =
        edges.stream()
            .filter(edge -> places.containsKey(edge.a()) && places.containsKey(edge.b()))
            .map(edge -> new Edge(places.get(edge.a()), places.get(edge.b())))
            .toList();
    return new NetworkDescription(
        plugins, kept.stream().map(devices::get).toList(), inside, mixing);
  }

  static NetworkDescription of(RunStarted start) {
    return new NetworkDescription(start.plugins(), start.devices(), start.edges(), start.mixing());
  }

  static NetworkDescription of(Rewired rewired) {
    return new NetworkDescription(
        rewired.plugins(), rewired.devices(), rewired.edges(), rewired.mixing());
  }
}
