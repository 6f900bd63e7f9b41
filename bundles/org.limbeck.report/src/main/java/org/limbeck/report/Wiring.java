package org.limbeck.report;

import java.util.List;
import java.util.Map;
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
public record Wiring(
    Map<String, String> plugins, List<DeviceDescription> devices, List<Edge> edges, Mixing mixing) {

  /** Copies the collections. Nothing said of the mixing, as in older records, is not known. */
  public Wiring {
    plugins = Map.copyOf(plugins);
    devices = List.copyOf(devices);
    edges = List.copyOf(edges);
    mixing = mixing == null ? Mixing.UNKNOWN : mixing;
  }

  /** Makes a wiring of whose mixing nothing is known. */
  public Wiring(Map<String, String> plugins, List<DeviceDescription> devices, List<Edge> edges) {
    this(plugins, devices, edges, Mixing.UNKNOWN);
  }

  static Wiring of(RunStarted start) {
    return new Wiring(start.plugins(), start.devices(), start.edges(), start.mixing());
  }

  static Wiring of(Rewired rewired) {
    return new Wiring(rewired.plugins(), rewired.devices(), rewired.edges(), rewired.mixing());
  }
}
