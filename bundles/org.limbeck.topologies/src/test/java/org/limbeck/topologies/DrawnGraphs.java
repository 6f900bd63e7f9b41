package org.limbeck.topologies;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;

/** Draws graphs. */
final class DrawnGraphs {

  private DrawnGraphs() {}

  /** Draws a graph that leaves nothing to chance. */
  static Graph graph(Topology topology, int devices) {
    return topology.connect(
        ids(devices),
        () -> {
          throw new AssertionError("drew a random number");
        });
  }

  /** Draws a random graph. */
  static Graph graph(Topology topology, int devices, long seed) {
    return topology.connect(ids(devices), new SplittableRandom(seed));
  }

  static int[] degrees(Graph graph) {
    return IntStream.range(0, graph.size()).map(graph::degree).toArray();
  }

  /** Returns the edges as {@code 0-1}. */
  static List<String> edges(Topology topology, int devices) {
    return graph(topology, devices).edges().stream().map(DrawnGraphs::name).toList();
  }

  private static List<String> ids(int devices) {
    return IntStream.range(0, devices).mapToObj(i -> "device-" + i).toList();
  }

  private static String name(Edge edge) {
    return edge.a() + "-" + edge.b();
  }
}
