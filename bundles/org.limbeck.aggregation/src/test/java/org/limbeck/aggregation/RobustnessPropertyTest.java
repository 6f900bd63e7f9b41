package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.aggregation.AggregationRule;

/** What f liars can do among 2f + 1 honest neighbours or more, whatever they say. */
class RobustnessPropertyTest {
  private static final int CLASSES = 5;

  @Property(tries = 200)
  void rulesByClassStayWithinWhatTheHonestSay(
      @ForAll @IntRange(min = 1, max = 4) int liars,
      @ForAll @IntRange(max = 5) int more,
      @ForAll long seed) {
    Hearing hearing = new Hearing(liars, 2 * liars + 1 + more, new Random(seed));
    for (AggregationRule rule : List.of(new CoordinateMedian(liars), new TrimmedMean(liars))) {
      float[] target = hearing.target(rule);
      for (int k = 0; k < CLASSES; k++) {
        assertThat(target[k])
            .as("class %d by %s", k, rule)
            .isBetween(hearing.least(k), hearing.most(k));
      }
    }
  }

  @Property(tries = 200)
  void theGeometricMedianStaysWithinItsBound(
      @ForAll @IntRange(min = 1, max = 4) int liars,
      @ForAll @IntRange(max = 5) int more,
      @ForAll long seed) {
    Hearing hearing = new Hearing(liars, 2 * liars + 1 + more, new Random(seed));
    int all = hearing.honest.size() + liars;
    double factor = 2.0 * (all - liars) / (all - 2 * liars);
    assertThat(distance(hearing.target(new GeometricMedian(liars, 100)), hearing.own()))
        .isLessThanOrEqualTo(factor * hearing.reach() + 1e-3);
  }

  /** Honest neighbours pull by their distance d or less; a liar by √(h/f) d or less. */
  @Property(tries = 200)
  void clippedGossipStaysAboutAsNearAsTheHonestAre(
      @ForAll @IntRange(min = 1, max = 4) int liars,
      @ForAll @IntRange(max = 5) int more,
      @ForAll long seed) {
    int neighbours = 2 * liars + 1 + more;
    Hearing hearing = new Hearing(liars, neighbours, new Random(seed));
    double bound = (neighbours + Math.sqrt((double) neighbours * liars)) / (neighbours + liars + 1);
    assertThat(distance(hearing.target(new ClippedGossip(0, liars)), hearing.own()))
        .isLessThanOrEqualTo(bound * hearing.reach() + 1e-5);
    assertThat(distance(hearing.target(new ClippedGossip(0.1f, liars)), hearing.own()))
        .isLessThanOrEqualTo(0.1 + 1e-5);
  }

  /** Nobody is kept who is further than all honest neighbours, or counts for more than they do. */
  @Property(tries = 200)
  void nearestNeighbourAveragingStaysAsNearAsTheHonestAre(
      @ForAll @IntRange(min = 1, max = 4) int liars,
      @ForAll @IntRange(max = 5) int more,
      @ForAll long seed) {
    Hearing hearing = new Hearing(liars, 2 * liars + 1 + more, new Random(seed));
    float[] target = hearing.target(new NearestNeighbourAveraging(liars));
    float sum = 0;
    for (float value : target) {
      assertThat(value).isNotNegative();
      sum += value;
    }
    assertThat(sum).isLessThanOrEqualTo(1 + 1e-5f);
    for (int k = 0; k < CLASSES; k++) {
      target[k] /= sum;
    }
    assertThat(distance(target, hearing.own())).isLessThanOrEqualTo(hearing.reach() + 1e-5);
  }

  @Property(tries = 50)
  void meansGoWhereOneLiarWantsThem(@ForAll long seed) {
    Hearing hearing = new Hearing(1, 6, new Random(seed));
    float[] liar = new float[CLASSES];
    liar[2] = 1000;
    hearing.lies.set(0, liar);
    assertThat(hearing.target(new NeighbourMean())[2]).isGreaterThan(100);
    assertThat(hearing.target(new ConfidenceWeighted())[2]).isGreaterThan(100);
  }

  @Property(tries = 100)
  void theOrderOfTheNeighboursDoesNotMatter(
      @ForAll @IntRange(min = 1, max = 8) int neighbours, @ForAll long seed) {
    Random random = new Random(seed);
    Hearing hearing = new Hearing(0, neighbours, random);
    List<float[]> shuffled = new ArrayList<>(hearing.honest.subList(1, neighbours + 1));
    Collections.shuffle(shuffled, random);
    for (AggregationRule rule : rules()) {
      assertThat(RuleTargets.target(rule, hearing.own(), shuffled))
          .as("%s", rule)
          .containsExactly(hearing.target(rule), within(1e-5f));
    }
  }

  /** With two neighbours that agree and one adversary expected, all rules give what all say. */
  @Property(tries = 100)
  void allThatAgreeGetTheMean(@ForAll @IntRange(max = 8) int neighbours, @ForAll long seed) {
    float[] said = decision(new Random(seed));
    for (AggregationRule rule : rules()) {
      assertThat(RuleTargets.target(rule, said, Collections.nCopies(neighbours, said)))
          .as("%s", rule)
          .containsExactly(said, within(1e-6f));
    }
  }

  /** Rules that take no number of liars are the mean where they need not take any. */
  @Property(tries = 100)
  void withoutAdversariesTrimmingAndClippingAreTheMean(
      @ForAll @IntRange(min = 1, max = 8) int neighbours, @ForAll long seed) {
    Hearing hearing = new Hearing(0, neighbours, new Random(seed));
    float[] mean = hearing.target(new NeighbourMean());
    assertThat(hearing.target(new TrimmedMean(0))).containsExactly(mean, within(1e-6f));
    assertThat(hearing.target(new ClippedGossip(0, 0))).containsExactly(mean, within(1e-6f));
  }

  private static List<AggregationRule> rules() {
    return List.of(
        new NeighbourMean(),
        new ConfidenceWeighted(),
        new CoordinateMedian(1),
        new TrimmedMean(1),
        new GeometricMedian(1, 32),
        new ClippedGossip(0, 1),
        new NearestNeighbourAveraging(1));
  }

  private static float[] decision(Random random) {
    float[] row = new float[CLASSES];
    float sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      row[k] = (float) Math.pow(random.nextFloat(), 3) + 0.001f;
      sum += row[k];
    }
    for (int k = 0; k < CLASSES; k++) {
      row[k] /= sum;
    }
    return row;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += Math.pow((double) a[k] - b[k], 2);
    }
    return Math.sqrt(sum);
  }

  /** A device, first of the honest, that hears its neighbours. */
  private static final class Hearing {
    private final List<float[]> honest = new ArrayList<>();
    private final List<float[]> lies = new ArrayList<>();

    Hearing(int liars, int neighbours, Random random) {
      for (int n = 0; n <= neighbours; n++) {
        honest.add(decision(random));
      }
      for (int n = 0; n < liars; n++) {
        float[] lie = new float[CLASSES];
        float size = (float) Math.pow(10, random.nextInt(38));
        for (int k = 0; k < CLASSES; k++) {
          lie[k] = size * (float) random.nextGaussian();
        }
        lies.add(lie);
      }
    }

    float[] own() {
      return honest.get(0);
    }

    float[] target(AggregationRule rule) {
      List<float[]> neighbours = new ArrayList<>(honest.subList(1, honest.size()));
      neighbours.addAll(lies);
      return RuleTargets.target(rule, own(), neighbours);
    }

    float least(int k) {
      return (float) honest.stream().mapToDouble(row -> row[k]).min().orElseThrow();
    }

    float most(int k) {
      return (float) honest.stream().mapToDouble(row -> row[k]).max().orElseThrow();
    }

    double reach() {
      return honest.stream().mapToDouble(row -> distance(row, own())).max().orElseThrow();
    }
  }
}
