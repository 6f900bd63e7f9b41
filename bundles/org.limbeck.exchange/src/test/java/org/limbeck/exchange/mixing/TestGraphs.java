package org.limbeck.exchange.mixing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.api.topology.Topology;

/** Graphs to mix on. */
public final class TestGraphs {

  private TestGraphs() {}

  public static Graph of(Topology topology, int size) {
    return of(topology, size, 1);
  }

  public static Graph of(Topology topology, int size, long seed) {
    List<String> ids = IntStream.range(0, size).mapToObj(n -> "device-" + n).toList();
    return topology.connect(ids, new SplittableRandom(seed));
  }

  /** Draws a graph that need not be connected. */
  public static Graph random(int size, int edges, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Edge> drawn = new ArrayList<>();
    for (int i = 0; i < edges; i++) {
      int a = random.nextInt(size);
      drawn.add(new Edge(a, (a + 1 + random.nextInt(size - 1)) % size));
    }
    return new Graph(size, drawn);
  }
}
