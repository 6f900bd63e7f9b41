package org.limbeck.engine.control;

import java.util.List;
import java.util.Map;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.topology.Edge;

/**
 * How a run does.
 *
 * @param experiment the experiment's name
 * @param state what it is doing
 * @param reason why it stands still, in words; empty if it does not
 * @param round the number of rounds completed
 * @param rounds how many rounds there will be
 * @param secondsInRound how long ago the last round was completed: a run that is {@code RUNNING}
 *     and does not complete its rounds is stalled
 * @param plugins the plug-in in use by kind but architecture, as an experiment writes it with all
 *     its options
 * @param devices the devices in ascending order
 * @param edges the communication graph, on the indices of {@code devices}
 * @param swaps the swaps so far, in order
 */
public record RunStatus(
    String experiment,
    State state,
    String reason,
    long round,
    long rounds,
    double secondsInRound,
    Map<String, String> plugins,
    List<DeviceStatus> devices,
    List<Edge> edges,
    List<Rewired> swaps) {

  /** What a run is doing. */
  public enum State {
    /** Rounds go on. */
    RUNNING,
    /** Someone asked it to pause. */
    PAUSED,
    /** It waits for a plug-in that has gone. */
    WAITING,
    /** All rounds are done, and it is kept for more. */
    HELD,
    /** It has ended. */
    ENDED
  }

  /** Copies the collections. */
  public RunStatus {
    plugins = Map.copyOf(plugins);
    devices = List.copyOf(devices);
    edges = List.copyOf(edges);
    swaps = List.copyOf(swaps);
  }
}
