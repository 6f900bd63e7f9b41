package org.limbeck.report;

import java.util.List;
import java.util.Map;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RunStarted;
import org.limbeck.api.topology.Edge;

/**
 * What a run is made of from some round on.
 *
 * @param plugins the plug-in in use by kind
 * @param devices the devices in ascending order
 * @param edges the communication graph, on the indices of {@code devices}
 */
public record Wiring(
    Map<String, String> plugins, List<DeviceDescription> devices, List<Edge> edges) {

  /** Copies the collections. */
  public Wiring {
    plugins = Map.copyOf(plugins);
    devices = List.copyOf(devices);
    edges = List.copyOf(edges);
  }

  static Wiring of(RunStarted start) {
    return new Wiring(start.plugins(), start.devices(), start.edges());
  }

  static Wiring of(Rewired rewired) {
    return new Wiring(rewired.plugins(), rewired.devices(), rewired.edges());
  }
}
