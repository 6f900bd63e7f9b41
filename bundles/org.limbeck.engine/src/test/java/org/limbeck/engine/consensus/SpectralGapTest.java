package org.limbeck.engine.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.exchange.mixing.MixingWeights.MAXIMUM_DEGREE;
import static org.limbeck.exchange.mixing.MixingWeights.METROPOLIS;

import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.exchange.mixing.TestGraphs;
import org.limbeck.topologies.BaseGraph;
import org.limbeck.topologies.Complete;
import org.limbeck.topologies.Hypercube;
import org.limbeck.topologies.Path;
import org.limbeck.topologies.RandomMatching;
import org.limbeck.topologies.RandomRegular;
import org.limbeck.topologies.Ring;
import org.limbeck.topologies.Star;
import org.limbeck.topologies.Torus;

/** Against closed forms. */
class SpectralGapTest {
  private static final Offset<Double> CLOSE = within(1e-8);

  /** The eigenvalues are 1/3 + 2/3 cos(2πk/N): among few devices the smallest has the modulus. */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5, 8, 16, 101})
  void ofARing(int size) {
    double expected =
        IntStream.range(1, size)
            .mapToDouble(k -> Math.abs(1 / 3.0 + 2 / 3.0 * Math.cos(2 * Math.PI * k / size)))
            .max()
            .orElseThrow();
    assertThat(rate(TestGraphs.of(new Ring(), size), METROPOLIS)).isCloseTo(expected, CLOSE);
    assertThat(rate(TestGraphs.of(new Ring(), size), MAXIMUM_DEGREE)).isCloseTo(expected, CLOSE);
  }

  /** With weights 1/3 on all edges, the eigenvalues are 1/3 + 2/3 cos(πk/N). */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 10, 77})
  void ofAPath(int size) {
    double expected = 1 / 3.0 + 2 / 3.0 * Math.cos(Math.PI / size);
    assertThat(rate(TestGraphs.of(new Path(), size), METROPOLIS)).isCloseTo(expected, CLOSE);
    assertThat(rate(TestGraphs.of(new Path(), size), MAXIMUM_DEGREE)).isCloseTo(expected, CLOSE);
  }

  /** The Laplacian has the eigenvalues 0, 1 (N − 2 times) and N, and all weights are 1/N. */
  @ParameterizedTest
  @ValueSource(ints = {3, 5, 40})
  void ofAStar(int size) {
    assertThat(rate(TestGraphs.of(new Star(), size), METROPOLIS)).isCloseTo(1 - 1.0 / size, CLOSE);
  }

  /** The eigenvalues are 1/5 + 2/5 cos(2πj/rows) + 2/5 cos(2πk/columns). */
  @ParameterizedTest
  @CsvSource({"3, 3", "4, 5", "10, 10", "3, 20"})
  void ofATorus(int rows, int columns) {
    double larger = 2 * Math.PI / Math.max(rows, columns);
    double expected = 3 / 5.0 + 2 / 5.0 * Math.cos(larger);
    Graph torus = TestGraphs.of(new Torus(rows, columns), rows * columns);
    assertThat(rate(torus, METROPOLIS)).isCloseTo(expected, CLOSE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10, 60})
  void ofACompleteGraph(int size) {
    assertThat(rate(TestGraphs.of(new Complete(), size), METROPOLIS)).isCloseTo(0, CLOSE);
    assertThat(SpectralGap.of(TestGraphs.of(new Complete(), size), METROPOLIS).gap())
        .isCloseTo(1, CLOSE);
  }

  @ParameterizedTest
  @EnumSource(MixingWeights.class)
  void aGraphInPartsHasNone(MixingWeights rule) {
    SpectralGap gap =
        SpectralGap.of(new Graph(5, List.of(new Edge(0, 1), new Edge(2, 3), new Edge(3, 4))), rule);
    assertThat(gap.gap()).isCloseTo(0, within(1e-12));
    assertThat(gap.rate()).isLessThanOrEqualTo(1);
  }

  /** Long rings come together very slowly: the gap must be right in itself, not the rate. */
  @Test
  void keepsItsPrecisionOnThousandsOfDevices() {
    int size = 3_000;
    double expected = 2 / 3.0 * (1 - Math.cos(2 * Math.PI / size));
    assertThat(SpectralGap.of(TestGraphs.of(new Ring(), size), METROPOLIS).gap() / expected)
        .isCloseTo(1, within(1e-6));
  }

  /** W² = W, and each edge is there with probability 1/(N−1): λ_2 = 1 − N / (2(N−1)). */
  @Test
  void ofRandomMatchings() {
    int size = 10;
    List<Graph> draws =
        IntStream.range(0, 20_000)
            .mapToObj(seed -> TestGraphs.of(new RandomMatching(), size, seed))
            .toList();
    assertThat(SpectralGap.ofDraws(draws, METROPOLIS).rate())
        .isCloseTo(Math.sqrt(1 - 0.5 * size / (size - 1)), within(0.01));
  }

  /**
   * All directions are alike: λ_2 = (tr W² − 1) / (N − 1), and a row of W² has 1/5 on the diagonal.
   */
  @Test
  void ofRegularGraphsEveryRound() {
    List<Graph> draws =
        IntStream.range(0, 5_000)
            .mapToObj(seed -> TestGraphs.of(new RandomRegular(4, true), 10, seed))
            .toList();
    assertThat(SpectralGap.ofDraws(draws, METROPOLIS).rate()).isCloseTo(1 / 3.0, within(0.01));
  }

  @Test
  void matchingsComeTogetherThoughASingleOneDoesNot() {
    List<Graph> draws =
        IntStream.range(0, 200)
            .mapToObj(seed -> TestGraphs.of(new RandomMatching(), 64, seed))
            .toList();
    assertThat(SpectralGap.of(draws.get(0), METROPOLIS).gap()).isCloseTo(0, within(1e-12));
    assertThat(SpectralGap.ofDraws(draws, METROPOLIS).gap()).isBetween(0.15, 0.35);
  }

  @ParameterizedTest
  @CsvSource({"2", "8", "64"})
  void hypercubesAreExactAfterAPeriod(int size) {
    assertThat(SpectralGap.ofPeriod(new Hypercube().sequence(ids(size)), 1).rate()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "6", "20", "100"})
  void baseGraphsAreExactAfterAPeriod(int size) {
    assertThat(SpectralGap.ofPeriod(new BaseGraph(1).sequence(ids(size)), 1).rate()).isZero();
  }

  /** What differs along one dimension only is mixed once a period, and 1 − γ of it is left. */
  @ParameterizedTest
  @CsvSource({"8, 3, 0.5", "16, 4, 0.25"})
  void hypercubesByASmallerStep(int size, int dimensions, double gamma) {
    assertThat(SpectralGap.ofPeriod(new Hypercube().sequence(ids(size)), gamma).rate())
        .isCloseTo(Math.pow(1 - gamma, 1.0 / dimensions), CLOSE);
  }

  @Test
  void tellsTheRoundsItTakes() {
    assertThat(new SpectralGap(0.5).roundsTo(0.125)).isCloseTo(3, within(1e-12));
    assertThat(new SpectralGap(0).roundsTo(0.001)).isEqualTo(1);
    assertThat(new SpectralGap(1).roundsTo(0.001)).isInfinite();
  }

  private static List<String> ids(int size) {
    return IntStream.rangeClosed(1, size).mapToObj(n -> "device-" + n).toList();
  }

  private static double rate(Graph graph, MixingWeights rule) {
    return SpectralGap.of(graph, rule).rate();
  }
}
