package org.limbeck.engine.network;

import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;
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
    if (graph.size() != ids.size()) {
      throw PluginErrors.about(
          choice, "it connects " + graph.size() + " devices, and there are " + ids.size());
    }
    List<List<Integer>> components = graph.components();
    if (components.size() > 1 && !topology.isTimeVarying()) {
      throw PluginErrors.about(
          choice,
          "the graph is not connected: no path leads from "
              + ids.get(components.get(0).get(0))
              + " to "
              + ids.get(components.get(1).get(0))
              + "; add edges or choose another topology");
    }
    return graph;
  }
}
