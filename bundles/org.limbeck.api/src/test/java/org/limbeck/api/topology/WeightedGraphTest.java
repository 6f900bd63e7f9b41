package org.limbeck.api.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedGraphTest {

  @Test
  void hasTheEntriesOfTheMixingMatrix() {
    WeightedGraph weighted =
        new WeightedGraph(4, Map.of(new Edge(2, 0), 0.25, new Edge(2, 1), 0.5));
    double[][] expected = {
      {0.75, 0, 0.25, 0}, {0, 0.5, 0.5, 0}, {0.25, 0.5, 0.25, 0}, {0, 0, 0, 1}
    };
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < 4; b++) {
        assertThat(weighted.weight(a, b)).isEqualTo(expected[a][b]);
      }
    }
    assertThat(weighted.graph().edges()).containsExactly(new Edge(0, 2), new Edge(1, 2));
  }

  @Test
  void forgivesWhatRoundingAdds() {
    WeightedGraph weighted =
        new WeightedGraph(3, Map.of(new Edge(0, 1), 0.5, new Edge(0, 2), 0.5 + 1e-13));
    assertThat(weighted.weight(0, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.5, 1, 1.5, Double.NaN})
  void refusesWeightsThatAreNone(double weight) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedGraph(3, Map.of(new Edge(2, 1), weight)))
        .withMessage("edge 1-2 has the weight " + weight + ", and weights are above 0 and below 1");
  }

  @Test
  void refusesAVertexThatGivesAwayMoreThanItHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedGraph(3, Map.of(new Edge(0, 1), 0.75, new Edge(1, 2), 0.5)))
        .withMessage("the edges of vertex 1 have the weight 1.25 together, and 1 is the most");
  }

  @Test
  void refusesEdgesThatLeaveIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightedGraph(3, Map.of(new Edge(0, 3), 0.5)))
        .withMessageContaining("leaves the graph of 3 vertices");
  }
}
