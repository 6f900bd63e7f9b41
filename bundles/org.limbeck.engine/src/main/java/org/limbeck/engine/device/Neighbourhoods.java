package org.limbeck.engine.device;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Graph;
import org.limbeck.engine.channel.Neighbour;
import org.limbeck.engine.consensus.MixingMatrix;
import org.limbeck.engine.consensus.MixingWeights;

/**
 * Says who is whose neighbour in a graph, and with which weight.
 *
 * @param ids the devices; vertex i of a graph is device i
 * @param mixing how much devices make of what their neighbours send
 */
public record Neighbourhoods(List<String> ids, MixingWeights mixing) {

  public List<Neighbour> of(int n, Graph graph) {
    MixingMatrix weights = mixing.of(graph);
    return IntStream.of(graph.neighbours(n))
        .mapToObj(m -> new Neighbour(ids.get(m), (float) weights.weight(n, m)))
        .toList();
  }
}
