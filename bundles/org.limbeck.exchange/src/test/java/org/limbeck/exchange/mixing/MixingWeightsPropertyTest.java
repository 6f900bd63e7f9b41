package org.limbeck.exchange.mixing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;

class MixingWeightsPropertyTest {

  @Property
  void areSymmetricAndDoublyStochastic(
      @ForAll @IntRange(min = 2, max = 12) int size,
      @ForAll @IntRange(min = 0, max = 40) int edges,
      @ForAll long seed,
      @ForAll MixingWeights rule) {
    Graph graph = TestGraphs.random(size, edges, seed);
    MixingMatrix matrix = rule.of(graph);
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
  void weighEdgesByTheLargerDegreeOrTheLargestOfAll() {
    // a triangle 0-1-2, and a tail 2-3-4
    Graph graph =
        new Graph(
            5,
            List.of(
                new Edge(0, 1), new Edge(0, 2), new Edge(1, 2), new Edge(2, 3), new Edge(3, 4)));
    assertThat(MixingWeights.METROPOLIS.of(graph).weight(0, 1)).isCloseTo(1 / 3.0, within(0.0));
    assertThat(MixingWeights.METROPOLIS.of(graph).weight(2, 3)).isCloseTo(1 / 4.0, within(0.0));
    assertThat(MixingWeights.MAXIMUM_DEGREE.of(graph).weight(3, 4)).isCloseTo(0.25, within(0.0));
    assertThat(MixingWeights.MAXIMUM_DEGREE.of(graph).weight(0, 1)).isCloseTo(0.25, within(0.0));
  }

  /** Devices work with floats: rounding twice must not differ from rounding once. */
  @Property
  void areTheFloatsThatTheyWere(@ForAll @IntRange(min = 1, max = 1_000_000) int degree) {
    assertThat((float) (1.0 / (1 + degree))).isEqualTo(1f / (1 + degree));
  }
}
