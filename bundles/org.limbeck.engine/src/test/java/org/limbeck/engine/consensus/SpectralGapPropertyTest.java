package org.limbeck.engine.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.topology.Graph;
import org.limbeck.exchange.mixing.MixingWeights;
import org.limbeck.exchange.mixing.TestGraphs;
import org.limbeck.topologies.BarabasiAlbert;

/** Against the whole matrix, and against devices that mix. */
class SpectralGapPropertyTest {

  @Property(tries = 200)
  void isThatOfTheWholeMatrix(
      @ForAll @IntRange(min = 1, max = 20) int size,
      @ForAll @IntRange(min = 0, max = 60) int edges,
      @ForAll @IntRange(min = 1, max = 4) int draws,
      @ForAll long seed,
      @ForAll MixingWeights rule) {
    List<Graph> graphs =
        IntStream.range(0, draws)
            .mapToObj(
                i -> size == 1 ? new Graph(1, List.of()) : TestGraphs.random(size, edges, seed + i))
            .toList();
    assertThat(SpectralGap.ofDraws(graphs, rule).rate())
        .isCloseTo(DenseReference.rate(graphs, rule), within(1e-6));
  }

  @Property(tries = 50)
  void devicesComeTogetherAtThisRate(
      @ForAll @IntRange(min = 3, max = 60) int size,
      @ForAll long seed,
      @ForAll MixingWeights rule) {
    Graph graph = TestGraphs.of(new BarabasiAlbert(1), size, seed);
    double rate = SpectralGap.of(graph, rule).rate();
    SparseMixing mixing = new SparseMixing(graph, rule);
    double[] x = new SplittableRandom(seed).doubles(size).toArray();
    double[] next = new double[size];
    double distance = distance(x);
    double shrunk = 0;
    for (int round = 0; round < 2_000 && distance > 1e-9; round++) {
      mixing.apply(x, next);
      shrunk = distance(next) / distance;
      distance = distance(next);
      double[] free = x;
      x = next;
      next = free;
      assertThat(shrunk).isLessThan(rate + 1e-6);
    }
    assertThat(shrunk).isCloseTo(rate, within(0.02));
  }

  private static double distance(double[] x) {
    double mean = IntStream.range(0, x.length).mapToDouble(i -> x[i]).sum() / x.length;
    double sum = 0;
    for (double value : x) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum);
  }
}
