package org.limbeck.engine.device;

import java.util.List;
import java.util.function.LongFunction;
import org.limbeck.api.topology.Graph;

/**
 * Brings devices together round by round, where the communication graph varies with time.
 *
 * @param graphs the graph of a round
 * @param neighbourhoods who is whose neighbour
 */
public record Meetings(LongFunction<Graph> graphs, Neighbourhoods neighbourhoods) {

  void meet(List<Integer> places, List<DeviceRuntime> devices, long round) {
    Graph graph = graphs.apply(round);
    for (int n = 0; n < devices.size(); n++) {
      devices.get(n).meet(neighbourhoods.of(places.get(n), graph));
    }
  }
}
