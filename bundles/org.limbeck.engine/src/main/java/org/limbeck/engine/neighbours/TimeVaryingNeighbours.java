package org.limbeck.engine.neighbours;

import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.neighbours.WeightedNeighbours;

/**
 * The neighbours that a graph gives which is drawn anew every round.
 *
 * @param first the graph that devices are made on
 * @param graphs the graph of a round
 * @param weighted who is whose neighbour in a graph
 */
public record TimeVaryingNeighbours(
    Graph first, LongFunction<Graph> graphs, WeightedNeighbours weighted)
    implements NeighbourSource {

  @Override
  public List<Neighbour> initial(int n) {
    return weighted.of(n, first);
  }

  /** Any device may become a neighbour. */
  @Override
  public Endpoint subscribe(int n, Endpoint endpoint) {
    String self = weighted.ids().get(n);
    return endpoint.follow(weighted.ids().stream().filter(other -> !other.equals(self)).toList());
  }

  @Override
  public List<RunEvent> connect(List<Integer> places, List<DeviceRuntime> devices, long round) {
    Graph graph = graphs.apply(round);
    for (int n = 0; n < devices.size(); n++) {
      devices.get(n).meet(weighted.of(places.get(n), graph));
    }
    return List.of();
  }

  @Override
  public List<Graph> graphs(int draws) {
    return LongStream.range(0, draws).mapToObj(graphs).toList();
  }

  @Override
  public boolean isTimeVarying() {
    return true;
  }
}
