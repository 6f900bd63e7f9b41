package org.limbeck.engine.device;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Graph;

/**
 * Says who is whose neighbour in a graph, and with which weight.
 *
 * @param ids the devices; vertex i of a graph is device i
 */
record Neighbourhoods(List<String> ids) {

  List<Neighbour> of(int n, Graph graph) {
    MixingMatrix weights = new MixingMatrix(graph);
    return IntStream.of(graph.neighbours(n))
        .mapToObj(m -> new Neighbour(ids.get(m), weights.weight(n, m)))
        .toList();
  }
}
