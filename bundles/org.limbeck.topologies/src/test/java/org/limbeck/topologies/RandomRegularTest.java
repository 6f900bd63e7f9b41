package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.topology.Graph;

class RandomRegularTest {

  @ParameterizedTest
  @CsvSource({"4, 2", "6, 3", "10, 8", "50, 2", "100, 8", "2000, 8"})
  void allDevicesHaveTheSameNumberOfNeighbours(int devices, int degree) {
    Graph graph = graph(devices, degree, 1);
    for (int n = 0; n < devices; n++) {
      assertThat(graph.degree(n)).isEqualTo(degree);
    }
    assertThat(graph.components()).hasSize(1);
  }

  @Test
  void otherStreamsGiveOtherGraphs() {
    assertThat(graph(20, 4, 1).edges()).isEqualTo(graph(20, 4, 1).edges());
    assertThat(graph(20, 4, 1).edges()).isNotEqualTo(graph(20, 4, 2).edges());
  }

  @Test
  void variesFromRoundToRoundIfTold() {
    assertThat(new RandomRegular(4, false).isTimeVarying()).isFalse();
    assertThat(new RandomRegular(4, true).isTimeVarying()).isTrue();
    assertThat(DrawnGraphs.graph(new RandomRegular(4, true), 20, 1).edges())
        .isEqualTo(graph(20, 4, 1).edges());
  }

  @Test
  void fewDevicesAreAllNeighbours() {
    assertThat(graph(5, 8, 1).edges()).hasSize(10);
    assertThat(graph(9, 8, 1).edges()).hasSize(36);
  }

  @Test
  void refusesAnOddNumberOfEnds() {
    assertThatThrownBy(() -> graph(7, 3, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7 devices cannot have 3 neighbours each");
    assertThatThrownBy(() -> new RandomRegular(1, false)).hasMessageContaining("2 or more");
  }

  private static Graph graph(int devices, int degree, long seed) {
    List<String> ids = IntStream.range(0, devices).mapToObj(n -> "device-" + n).toList();
    return new RandomRegular(degree, false).connect(ids, new SplittableRandom(seed));
  }
}
