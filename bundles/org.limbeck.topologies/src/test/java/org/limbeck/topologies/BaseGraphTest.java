package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.api.topology.WeightedGraph;

/** Takezawa and others, NeurIPS 2023. */
class BaseGraphTest {

  static IntStream devices() {
    return IntStream.concat(IntStream.rangeClosed(1, 64), IntStream.of(100, 128, 256));
  }

  @ParameterizedTest
  @MethodSource("devices")
  void isExactAfterAPeriod(int devices) {
    for (int degree = 1; degree <= 4; degree++) {
      List<WeightedGraph> sequence = MixingMatrices.sequence(new BaseGraph(degree), devices);
      MixingMatrices.requireMixing(sequence, devices, degree);
      assertThat(MixingMatrices.error(sequence, devices)).isEqualTo(0, within(1e-12));
      assertThat((double) sequence.size()).isLessThanOrEqualTo(bound(devices, degree));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "3, 1, 3, 3", "5, 1, 5, 5", "6, 1, 5, 4", "7, 1, 5, 5", "20, 1, 9, 7", "25, 1, 9, 9",
    "64, 1, 6, 6", "100, 1, 13, 11", "5, 2, 3, 3", "7, 2, 4, 4", "25, 2, 6, 6", "25, 3, 5, 5"
  })
  void hasThePeriodOfThePaper(int devices, int degree, int simple, int period) {
    assertThat(SimpleBaseGraph.of(devices, degree).length()).isEqualTo(simple);
    assertThat(MixingMatrices.sequence(new BaseGraph(degree), devices)).hasSize(period);
  }

  @Test
  void isTheHypercubeOfAPowerOfTwo() {
    assertThat(new BaseGraph(1).sequence(32).rounds())
        .isEqualTo(new Hypercube().sequence(32).rounds());
  }

  @Test
  void isCompleteForFewDevices() {
    List<WeightedGraph> sequence = MixingMatrices.sequence(new BaseGraph(5), 6);
    assertThat(sequence).hasSize(1);
    assertThat(sequence.get(0).graph().edges())
        .isEqualTo(DrawnGraphs.graph(new Complete(), 6).edges());
  }

  @Test
  void refusesADegreeOfNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BaseGraph(0))
        .withMessage("degree is 1 or more, not 0");
  }

  private static double bound(int devices, int degree) {
    return 2 * Math.log(devices) / Math.log(degree + 1) + 2;
  }
}
