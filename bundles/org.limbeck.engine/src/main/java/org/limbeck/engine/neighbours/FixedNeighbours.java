package org.limbeck.engine.neighbours;

import java.util.List;
import org.limbeck.api.topology.Graph;
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
  public Endpoint subscribe(int n, Endpoint endpoint) {
    return endpoint.follow(initial(n).stream().map(Neighbour::id).toList());
  }

  @Override
  public List<Graph> graphs(int draws) {
    return List.of(graph);
  }
}
