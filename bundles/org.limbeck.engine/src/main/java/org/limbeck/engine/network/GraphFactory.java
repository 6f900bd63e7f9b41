package org.limbeck.engine.network;

import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
import org.limbeck.api.topology.WeightedGraph;
import org.limbeck.engine.binding.PluginErrors;
import org.limbeck.experiment.PluginChoice;

/**
 * Draws the communication graph, and sees to it that it is one that devices can work on.
 *
 * @param choice the choice of the topology, which is blamed
 * @param topology draws graphs
 */
record GraphFactory(PluginChoice choice, Topology topology) {

  Graph connect(List<String> ids, RandomGenerator random) {
    Graph graph = PluginErrors.blaming(choice, () -> topology.connect(ids, random));
    requireSize(graph, ids);
    if (!topology.isTimeVarying()) {
      requireConnected(graph, ids);
    }
    return graph;
  }

  /** Returns the graphs that follow each other; none where the topology draws them. */
  List<WeightedGraph> sequence(List<String> ids) {
    List<WeightedGraph> sequence = PluginErrors.blaming(choice, () -> topology.sequence(ids));
    if (!sequence.isEmpty()) {
      if (!topology.isTimeVarying()) {
        throw PluginErrors.about(
            choice, "its graphs follow each other, and it does not say that it varies with time");
      }
      sequence.forEach(weighted -> requireSize(weighted.graph(), ids));
      requireConnected(union(sequence), ids);
    }
    return sequence;
  }

  /** Returns the edges of all graphs that follow each other. */
  static Graph union(List<WeightedGraph> sequence) {
    return new Graph(
        sequence.get(0).graph().size(),
        sequence.stream().flatMap(weighted -> weighted.graph().edges().stream()).toList());
  }

  private void requireSize(Graph graph, List<String> ids) {
    if (graph.size() != ids.size()) {
      throw PluginErrors.about(
          choice, "it connects " + graph.size() + " devices, and there are " + ids.size());
    }
  }

  private void requireConnected(Graph graph, List<String> ids) {
    List<List<Integer>> components = graph.components();
    if (components.size() > 1) {
      throw PluginErrors.about(
          choice,
          "the graph is not connected: no path leads from "
              + ids.get(components.get(0).get(0))
              + " to "
              + ids.get(components.get(1).get(0))
              + "; add edges or choose another topology");
    }
  }
}
