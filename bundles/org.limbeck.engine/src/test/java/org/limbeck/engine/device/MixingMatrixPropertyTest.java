package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;

class MixingMatrixPropertyTest {

  @Property
  void isSymmetricAndDoublyStochastic(
      @ForAll @IntRange(min = 2, max = 12) int size,
      @ForAll @IntRange(min = 0, max = 40) int edges,
      @ForAll long seed) {
    Graph graph = random(size, edges, seed);
    MixingMatrix matrix = new MixingMatrix(graph);
    for (int n = 0; n < size; n++) {
      double away = 0;
      for (int m : graph.neighbours(n)) {
        assertThat(matrix.weight(n, m)).isPositive().isEqualTo(matrix.weight(m, n));
        away += matrix.weight(n, m);
      }
      assertThat(1 - away).as("what a device keeps").isPositive();
    }
  }

  @Example
  void weighsAStarByItsHub() {
    Graph star = new Graph(4, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(0, 3)));
    assertThat(new MixingMatrix(star).weight(0, 1)).isCloseTo(0.25f, within(0f));
  }

  private static Graph random(int size, int edges, long seed) {
    Random random = new Random(seed);
    List<Edge> drawn = new ArrayList<>();
    for (int i = 0; i < edges; i++) {
      int a = random.nextInt(size);
      drawn.add(new Edge(a, (a + 1 + random.nextInt(size - 1)) % size));
    }
    return new Graph(size, drawn);
  }
}
