package org.limbeck.api.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

  @Test
  void knowsItsLargestDegree() {
    assertThat(new Graph(1, List.of()).maximumDegree()).isZero();
    assertThat(
            new Graph(4, List.of(new Edge(0, 1), new Edge(1, 2), new Edge(3, 1))).maximumDegree())
        .isEqualTo(3);
  }

  @Test
  void countsAnEdgeThatIsGivenTwiceOnce() {
    Graph graph = new Graph(4, List.of(new Edge(2, 1), new Edge(0, 3), new Edge(1, 2)));
    assertThat(graph.edges()).containsExactly(new Edge(0, 3), new Edge(1, 2));
    assertThat(graph.degree(1)).isEqualTo(1);
    assertThat(graph.neighbours(1)).containsExactly(2);
  }

  @Test
  void listsNeighboursInAscendingOrder() {
    Graph graph =
        new Graph(6, List.of(new Edge(5, 2), new Edge(2, 0), new Edge(3, 2), new Edge(1, 2)));
    assertThat(graph.neighbours(2)).containsExactly(0, 1, 3, 5);
    assertThat(graph.degree(2)).isEqualTo(4);
    assertThat(graph.neighbours(4)).isEmpty();
  }

  @Test
  void listsComponentsEachInAscendingOrder() {
    Graph graph =
        new Graph(7, List.of(new Edge(6, 0), new Edge(0, 4), new Edge(5, 1), new Edge(4, 3)));
    assertThat(graph.components()).containsExactly(List.of(0, 3, 4, 6), List.of(1, 5), List.of(2));
  }

  @Test
  void mayBeASingleVertex() {
    Graph graph = new Graph(1, List.of());
    assertThat(graph.size()).isEqualTo(1);
    assertThat(graph.edges()).isEmpty();
    assertThat(graph.components()).containsExactly(List.of(0));
  }

  @Test
  void cannotBeChangedFromOutside() {
    List<Edge> edges = new ArrayList<>(List.of(new Edge(0, 1)));
    Graph graph = new Graph(3, edges);
    edges.add(new Edge(1, 2));
    graph.neighbours(0)[0] = 2;
    assertThat(graph.edges()).containsExactly(new Edge(0, 1));
    assertThat(graph.neighbours(0)).containsExactly(1);
    assertThatThrownBy(() -> graph.edges().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void refusesEdgesThatLeaveIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Graph(3, List.of(new Edge(0, 1), new Edge(1, 3))))
        .withMessage("edge 1-3 leaves the graph of 3 vertices");
  }

  @Test
  void hasAtLeastOneVertex() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Graph(0, List.of()))
        .withMessage("a graph has at least one vertex, not 0");
  }
}
