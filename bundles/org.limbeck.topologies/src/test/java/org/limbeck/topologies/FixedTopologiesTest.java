package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.topology.Topology;

/** The edges of the topologies that have no options. */
class FixedTopologiesTest {

  @ParameterizedTest
  @CsvSource({
    "1, ''",
    "2, 0-1",
    "3, 0-1 0-2 1-2",
    "4, 0-1 0-3 1-2 2-3",
    "5, 0-1 0-4 1-2 2-3 3-4",
  })
  void aRingIsClosed(int devices, String edges) {
    assertEdges(new Ring(), devices, edges);
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "2, 0-1", "3, 0-1 1-2", "5, 0-1 1-2 2-3 3-4"})
  void aPathIsOpen(int devices, String edges) {
    assertEdges(new Path(), devices, edges);
  }

  @ParameterizedTest
  @CsvSource({"1, ''", "2, 0-1", "3, 0-1 0-2", "5, 0-1 0-2 0-3 0-4"})
  void aStarHasTheFirstDeviceAtItsCentre(int devices, String edges) {
    assertEdges(new Star(), devices, edges);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ''",
    "2, 0-1",
    "3, 0-1 0-2 1-2",
    "5, 0-1 0-2 0-3 0-4 1-2 1-3 1-4 2-3 2-4 3-4",
  })
  void aCompleteGraphHasAllEdges(int devices, String edges) {
    assertEdges(new Complete(), devices, edges);
  }

  private static void assertEdges(Topology topology, int devices, String edges) {
    assertThat(DrawnGraphs.graph(topology, devices).size()).isEqualTo(devices);
    assertThat(DrawnGraphs.edges(topology, devices))
        .isEqualTo(edges.isEmpty() ? List.of() : List.of(edges.split(" ")));
  }
}
