package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.testkit.fixture.Graphs;

class RobustnessCheckTest {
  private static final Graph STAR =
      new Graph(4, List.of(new Edge(0, 1), new Edge(0, 2), new Edge(0, 3)));

  @Test
  void isContentWithEnoughNeighboursThatHoldTogether() {
    Graph complete =
        new Graph(
            4,
            List.of(
                new Edge(0, 1),
                new Edge(0, 2),
                new Edge(0, 3),
                new Edge(1, 2),
                new Edge(1, 3),
                new Edge(2, 3)));
    assertThat(new CoordinateMedian(1).concerns(complete)).isEmpty();
    assertThat(new ClippedGossip(0, 0).concerns(STAR)).as("nothing to withstand").isEmpty();
  }

  @Test
  void saysWhoHasTooFewNeighbours() {
    assertThat(new TrimmedMean(1).concerns(Graphs.ring(8)))
        .containsExactly(
            "8 of 8 devices have fewer than 3 neighbours, which it takes to withstand 1 adversary:"
                + " number 1, 2, 3, 4, 5 and 3 more");
  }

  @Test
  void saysWhoCanBeSurroundedAndWhoHoldsTheGraphTogether() {
    assertThat(new GeometricMedian(1, 9).concerns(STAR))
        .containsExactly(
            "3 of 4 devices have fewer than 3 neighbours, which it takes to withstand 1 adversary:"
                + " number 2, 3, 4",
            "3 of 4 devices may have no honest neighbour at all: number 2, 3, 4",
            "without one of these devices the others are not connected, so that an adversary there"
                + " parts them: number 1");
  }
}
