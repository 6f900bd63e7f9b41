package org.limbeck.api.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class GraphPropertyTest {

  @Property(tries = 300)
  void agreesWithItsAdjacencyMatrix(
      @ForAll @IntRange(min = 1, max = 14) int size,
      @ForAll @IntRange(min = 0, max = 30) int draws,
      @ForAll long seed) {
    boolean[][] adjacent = new boolean[size][size];
    List<Edge> edges = randomEdges(size, draws, new Random(seed));
    for (Edge edge : edges) {
      adjacent[edge.a()][edge.b()] = true;
      adjacent[edge.b()][edge.a()] = true;
    }
    Graph graph = new Graph(size, edges);
    assertThat(graph.size()).isEqualTo(size);
    assertThat(graph.edges()).containsExactlyElementsOf(new TreeSet<>(edges));
    for (int v = 0; v < size; v++) {
      int[] expected = trueIn(adjacent[v]);
      assertThat(graph.neighbours(v)).as("neighbours of %d", v).isEqualTo(expected);
      assertThat(graph.degree(v)).as("degree of %d", v).isEqualTo(expected.length);
    }
    assertThat(graph.components()).isEqualTo(components(adjacent));
  }

  private static List<Edge> randomEdges(int size, int draws, Random random) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      int a = random.nextInt(size);
      int b = random.nextInt(size);
      if (a != b) {
        edges.add(new Edge(a, b));
      }
    }
    return edges;
  }

  /** Finds components by Warshall's transitive closure, to differ from a search. */
  private static List<List<Integer>> components(boolean[][] adjacent) {
    int size = adjacent.length;
    boolean[][] reaches = new boolean[size][];
    for (int v = 0; v < size; v++) {
      reaches[v] = adjacent[v].clone();
      reaches[v][v] = true;
    }
    for (int via = 0; via < size; via++) {
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          reaches[from][to] |= reaches[from][via] && reaches[via][to];
        }
      }
    }
    List<List<Integer>> components = new ArrayList<>();
    for (int v = 0; v < size; v++) {
      List<Integer> component = IntStream.of(trueIn(reaches[v])).boxed().toList();
      if (component.get(0) == v) {
        components.add(component);
      }
    }
    return components;
  }

  private static int[] trueIn(boolean[] flags) {
    return IntStream.range(0, flags.length).filter(i -> flags[i]).toArray();
  }
}
