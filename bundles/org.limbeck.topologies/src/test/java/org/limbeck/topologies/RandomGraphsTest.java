package org.limbeck.topologies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.topology.Edge;
import org.limbeck.api.topology.Graph;

/** How random graphs are distributed, and what is refused. */
class RandomGraphsTest {

  /** The binomial distribution of degrees: mean (n−1)p, variance (n−1)p(1−p). */
  @Test
  void degreesOfAnErdosRenyiGraphAreBinomial() {
    int[] degrees = DrawnGraphs.degrees(DrawnGraphs.graph(new ErdosRenyi(0.2), 1_001, 1));
    double mean = Arrays.stream(degrees).average().orElseThrow();
    assertThat(mean).isCloseTo(200, within(2.0));
    assertThat(Arrays.stream(degrees).mapToDouble(d -> (d - mean) * (d - mean)).sum() / 1_001)
        .isCloseTo(160, within(20.0));
  }

  @Test
  void saysWithWhichProbabilityAGraphWouldBeConnected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DrawnGraphs.graph(new ErdosRenyi(0.01), 30, 1))
        .withMessage(
            "probability: none of 100 graphs of 30 devices was connected; with 0.21, 19 of 20 are");
  }

  @Test
  void whatItSaysIsRight() {
    int atOnce = 0;
    for (int seed = 0; seed < 400; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      long[] drawn = {0};
      new ErdosRenyi(0.21)
          .connect(
              IntStream.range(0, 30).mapToObj(n -> "device-" + n).toList(),
              () -> {
                drawn[0]++;
                return random.nextLong();
              });
      atOnce += drawn[0] == 30 * 29 / 2 ? 1 : 0;
    }
    assertThat(atOnce).as("of 400 connected at the first draw").isBetween(360, 395);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
  void refusesWhatIsNoProbability(double value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ErdosRenyi(value))
        .withMessageContaining(String.valueOf(value));
    if (value != 0) {
      assertThatIllegalArgumentException().isThrownBy(() -> new SmallWorld(4, value));
    }
  }

  @Test
  void aSmallWorldThatIsNotRewiredIsARing() {
    assertThat(DrawnGraphs.graph(new SmallWorld(2, 0), 9, 1).edges())
        .isEqualTo(DrawnGraphs.graph(new Ring(), 9).edges());
    assertThat(DrawnGraphs.graph(new SmallWorld(4, 0), 9, 1).neighbours(0))
        .containsExactly(1, 2, 7, 8);
  }

  @Test
  void aSmallWorldRewiresTheShareThatItIsTold() {
    Graph ring = DrawnGraphs.graph(new SmallWorld(4, 0), 2_000, 1);
    Graph world = DrawnGraphs.graph(new SmallWorld(4, 0.25), 2_000, 1);
    assertThat(world.edges().stream().filter(edge -> !ring.edges().contains(edge)).count())
        .isBetween(900L, 1_100L);
  }

  @Test
  void aSmallWorldHasAnEvenNumberOfNeighbours() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SmallWorld(3, 0))
        .withMessageContaining("an even number");
    assertThatIllegalArgumentException().isThrownBy(() -> new SmallWorld(0, 0));
  }

  /** A share of 2m(m+1) / (k(k+1)(k+2)) of the devices has k neighbours, in the limit. */
  @Test
  void degreesOfABarabasiAlbertGraphFollowAPowerLaw() {
    int[] degrees = DrawnGraphs.degrees(DrawnGraphs.graph(new BarabasiAlbert(2), 20_000, 1));
    for (int k = 2; k <= 10; k++) {
      int degree = k;
      double share = Arrays.stream(degrees).filter(d -> d == degree).count() / 20_000.0;
      assertThat(share)
          .as("share of devices with %d neighbours", k)
          .isCloseTo(12.0 / (k * (k + 1) * (k + 2)), within(0.01));
    }
    assertThat(Arrays.stream(degrees).max().orElseThrow()).isGreaterThan(100);
    assertThatIllegalArgumentException().isThrownBy(() -> new BarabasiAlbert(0));
  }

  @Test
  void allPairsAreMatchedAlike() {
    Map<Edge, Integer> times = new HashMap<>();
    for (int seed = 0; seed < 3_000; seed++) {
      DrawnGraphs.graph(new RandomMatching(), 5, seed)
          .edges()
          .forEach(edge -> times.merge(edge, 1, Integer::sum));
    }
    assertThat(times).hasSize(10);
    assertThat(times.values()).allSatisfy(count -> assertThat(count).isBetween(500, 700));
  }
}
