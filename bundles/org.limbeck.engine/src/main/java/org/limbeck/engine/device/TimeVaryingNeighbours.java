package org.limbeck.engine.device;

import java.util.List;
import java.util.function.LongFunction;
import org.limbeck.api.topology.Graph;
import org.limbeck.exchange.neighbours.WeightedNeighbours;

/**
 * Brings devices together round by round, where the communication graph varies with time.
 *
 * @param graphs the graph of a round
 * @param weightedNeighbours who is whose neighbour
 */
public record TimeVaryingNeighbours(
    LongFunction<Graph> graphs, WeightedNeighbours weightedNeighbours) {

  void meet(List<Integer> places, List<DeviceRuntime> devices, long round) {
    Graph graph = graphs.apply(round);
    for (int n = 0; n < devices.size(); n++) {
      devices.get(n).meet(weightedNeighbours.of(places.get(n), graph));
    }
  }
}
