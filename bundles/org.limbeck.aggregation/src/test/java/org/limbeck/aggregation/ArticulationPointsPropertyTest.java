package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;

class ArticulationPointsPropertyTest {

  /** Removing a vertex leaves its neighbours in one component, or it is found. */
  @Property(tries = 300)
  void findsJustThoseThatHoldTheGraphTogether(
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @IntRange(max = 25) int edges,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<Edge> drawn =
        IntStream.range(0, edges)
            .mapToObj(e -> new int[] {random.nextInt(size), random.nextInt(size)})
            .filter(pair -> pair[0] != pair[1])
            .map(pair -> new Edge(pair[0], pair[1]))
            .toList();
    Graph graph = new Graph(size, drawn);
    int[] expected =
        IntStream.range(0, size)
            .filter(v -> graph.degree(v) > 0)
            .filter(v -> without(v, graph).components().size() > graph.components().size() + 1)
            .toArray();
    assertThat(new ArticulationPoints(graph).find()).isEqualTo(expected);
  }

  /** The vertex stays, but alone: one component more than if it were gone. */
  private static Graph without(int vertex, Graph graph) {
    return new Graph(
        graph.size(),
        graph.edges().stream().filter(e -> e.a() != vertex && e.b() != vertex).toList());
  }
}
