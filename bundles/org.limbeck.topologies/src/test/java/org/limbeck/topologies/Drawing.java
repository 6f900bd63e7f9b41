package org.limbeck.topologies;

import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;

/** Draws graphs that leave nothing to chance. */
final class Drawing {

  private Drawing() {}

  static Graph graph(Topology topology, int devices) {
    List<String> ids = IntStream.range(0, devices).mapToObj(i -> "device-" + i).toList();
    return topology.connect(
        ids,
        () -> {
          throw new AssertionError("drew a random number");
        });
  }

  /** Returns the edges as {@code 0-1}. */
  static List<String> edges(Topology topology, int devices) {
    return graph(topology, devices).edges().stream().map(Drawing::name).toList();
  }

  private static String name(Edge edge) {
    return edge.a() + "-" + edge.b();
  }
}
