package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.topology.Graph;

/** Grids and tori. */
class GridAndTorusTest {

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, ''",
    "2, 0, 0, 0-1",
    "4, 0, 0, 0-1 0-2 1-3 2-3",
    "6, 2, 0, 0-1 0-3 1-2 1-4 2-5 3-4 4-5",
    "6, 0, 2, 0-1 0-2 1-3 2-3 2-4 3-5 4-5",
    "4, 4, 1, 0-1 1-2 2-3",
  })
  void aGridHasBorders(int devices, int rows, int columns, String edges) {
    assertThat(DrawnGraphs.edges(new Grid(rows, columns), devices)).isEqualTo(list(edges));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 0, ''",
    "2, 0, 0, 0-1",
    "4, 2, 2, 0-1 0-2 1-3 2-3",
    "5, 0, 0, 0-1 0-4 1-2 2-3 3-4",
    "6, 2, 3, 0-1 0-2 0-3 1-2 1-4 2-5 3-4 3-5 4-5",
    "6, 3, 0, 0-1 0-2 0-4 1-3 1-5 2-3 2-4 3-5 4-5",
  })
  void aTorusHasNoBorders(int devices, int rows, int columns, String edges) {
    assertThat(DrawnGraphs.edges(new Torus(rows, columns), devices)).isEqualTo(list(edges));
  }

  @Test
  void aTorusGivesEveryDeviceFourNeighbours() {
    Graph graph = DrawnGraphs.graph(new Torus(0, 0), 12);
    assertThat(IntStream.range(0, 12).map(graph::degree)).containsOnly(4);
    assertThat(graph.neighbours(0)).containsExactly(1, 3, 4, 8);
  }

  @Test
  void areAsSquareAsTheNumberOfDevicesAllows() {
    assertThat(DrawnGraphs.edges(new Grid(0, 0), 24))
        .isEqualTo(DrawnGraphs.edges(new Grid(4, 6), 24));
    assertThat(DrawnGraphs.edges(new Torus(0, 0), 16))
        .isEqualTo(DrawnGraphs.edges(new Torus(4, 4), 16));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, 3 rows",
    "0, 3, 3 columns",
    "2, 3, 2 rows of 3",
    "16, 0, 16 rows",
    "65536, 65536, 65536 rows of 65536",
  })
  void sayWhatNumbersWork(int rows, int columns, String sides) {
    String message =
        "8 devices do not fill " + sides + "; rows x columns may be 1 x 8, 2 x 4, 4 x 2, 8 x 1";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DrawnGraphs.graph(new Grid(rows, columns), 8))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DrawnGraphs.graph(new Torus(rows, columns), 8))
        .withMessage(message);
  }

  @Test
  void refuseSidesBelowZero() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Grid(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Torus(0, -1));
  }

  private static List<String> list(String edges) {
    return edges.isEmpty() ? List.of() : List.of(edges.split(" "));
  }
}
