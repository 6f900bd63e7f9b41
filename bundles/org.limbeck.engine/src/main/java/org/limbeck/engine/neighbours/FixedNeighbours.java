package org.limbeck.engine.neighbours;

import java.util.List;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.device.DeviceRuntime;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.neighbours.WeightedNeighbours;

/**
 * The neighbours that one graph gives, the same in all rounds.
 *
 * @param graph the graph, on the places of all devices
 * @param weighted who is whose neighbour in a graph
 */
public record FixedNeighbours(Graph graph, WeightedNeighbours weighted) implements NeighbourSource {

  @Override
  public List<Neighbour> initial(int n) {
    return weighted.of(n, graph);
  }

  @Override
  public void subscribe(int n, Endpoint endpoint) {
    endpoint.follow(initial(n).stream().map(Neighbour::id).toList());
  }

  /** Devices are connected as they are made. */
  @Override
  public List<RunEvent> connect(List<Integer> places, List<DeviceRuntime> devices, long round) {
    return List.of();
  }

  @Override
  public List<Graph> graphs(int draws) {
    return List.of(graph);
  }

  @Override
  public boolean isTimeVarying() {
    return false;
  }
}
