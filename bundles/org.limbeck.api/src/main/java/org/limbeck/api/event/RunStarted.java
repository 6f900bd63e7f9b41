package org.limbeck.api.event;

import java.util.List;
import java.util.Map;
import org.limbeck.api.topology.Edge;

/**
 * A run is wired and about to begin its first round.
 *
 * @param experiment the experiment's name
 * @param seed the seed of all randomness
 * @param rounds how many rounds there will be
 * @param plugins the plug-in in use by kind: {@code algorithm}, {@code topology}, …
 * @param devices the devices in ascending order
 * @param edges the communication graph, on the indices of {@code devices}
 * @param mixing how fast that graph mixes
 */
public record RunStarted(
    String experiment,
    long seed,
    long rounds,
    Map<String, String> plugins,
    List<DeviceDescription> devices,
    List<Edge> edges,
    Mixing mixing)
    implements RunEvent {

  /** Copies the collections. Nothing said of the mixing, as in older records, is not known. */
  public RunStarted {
    plugins = Map.copyOf(plugins);
    devices = List.copyOf(devices);
    edges = List.copyOf(edges);
    mixing = mixing == null ? Mixing.UNKNOWN : mixing;
  }

  /** Makes an event that says nothing of the mixing. */
  public RunStarted(
      String experiment,
      long seed,
      long rounds,
      Map<String, String> plugins,
      List<DeviceDescription> devices,
      List<Edge> edges) {
    this(experiment, seed, rounds, plugins, devices, edges, Mixing.UNKNOWN);
  }
}
