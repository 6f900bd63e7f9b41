package org.limbeck.exchange.neighbours;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Graph;
import org.limbeck.exchange.mixing.MixingMatrix;
import org.limbeck.exchange.mixing.MixingWeights;

/**
 * Says who is whose neighbour in a graph, and with which weight.
 *
 * @param ids the devices; vertex i of a graph is device i
 * @param mixing how much devices make of what their neighbours send
 */
public record WeightedNeighbours(List<String> ids, MixingWeights mixing) {

  public List<Neighbour> of(int n, Graph graph) {
    MixingMatrix weights = mixing.of(graph);
    return IntStream.of(graph.neighbours(n))
        .mapToObj(m -> new Neighbour(ids.get(m), (float) weights.weight(n, m)))
        .toList();
  }
}
