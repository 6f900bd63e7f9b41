package org.limbeck.api.event;

import java.util.List;
import java.util.Map;
import org.limbeck.api.topology.Edge;

/**
 * The wiring of a run has changed: all rounds from here on work with the new one.
 *
 * @param round the number of rounds completed before; the first round with the new wiring
 * @param by who asked for it: {@code schedule}, {@code shell}, {@code plugins/torus-1.1.jar}, …
 * @param changes what changed, at least one thing
 * @param plugins the plug-in in use by kind, as in {@link RunStarted}
 * @param devices the devices in ascending order, as in {@link RunStarted}
 * @param edges the communication graph, on the indices of {@code devices}
 * @param accuracyBefore the mean test accuracy, before the change, of the devices whose model was
 *     replaced by another one, 0 to 1; NaN if no model was
 * @param accuracyAfter the same after the change
 * @param seconds how long the change took; depends on the clock, unlike all else here
 * @param mixing how fast the graph mixes, as in {@link RunStarted}
 */
public record Rewired(
    long round,
    String by,
    List<Change> changes,
    Map<String, String> plugins,
    List<DeviceDescription> devices,
    List<Edge> edges,
    double accuracyBefore,
    double accuracyAfter,
    double seconds,
    Mixing mixing)
    implements RunEvent {

  /** Copies the collections. */
  public Rewired {
    changes = List.copyOf(changes);
    plugins = Map.copyOf(plugins);
    devices = List.copyOf(devices);
    edges = List.copyOf(edges);
  }

  /** Makes an event that says nothing of the mixing. */
  public Rewired(
      long round,
      String by,
      List<Change> changes,
      Map<String, String> plugins,
      List<DeviceDescription> devices,
      List<Edge> edges,
      double accuracyBefore,
      double accuracyAfter,
      double seconds) {
    this(
        round,
        by,
        changes,
        plugins,
        devices,
        edges,
        accuracyBefore,
        accuracyAfter,
        seconds,
        Mixing.UNKNOWN);
  }
}
