package org.limbeck.weightings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.WeightingContract;

class RowWeightingTest extends WeightingContract {
  private static final float[] EVEN = {0.5f, 0.5f};

  @Override
  protected Weighting weighting() {
    return new RowWeighting(0.8f, 0.05f, 8);
  }

  @Test
  void formulaIsThatOfTheDocumentation() {
    DecisionWeights knowsFirst = open(new RowWeighting(0.8f, 0, 8), Labels.counts(3, 1));
    Rest network = new Rest(8, 24);
    assertThat(weigh(knowsFirst, network, 1, 0)).isCloseTo(0.8 * 3 + 0.2, within(1e-5));
    assertThat(weigh(knowsFirst, network, 0, 1)).isCloseTo(0.8 / 3 + 0.2, within(1e-5));
    assertThat(weigh(knowsFirst, network, 0.5f, 0.5f))
        .isCloseTo(0.8 * (1.5 + 1 / 6.0) + 0.2, within(1e-5));
  }

  @Test
  void weightsAreOneBeforeTheFirstExchange() {
    DecisionWeights weights = open(weighting(), Labels.counts(3, 1));
    assertThat(weigh(weights, new Rest(), 0.25f, 0.75f)).isCloseTo(1, within(1e-6));
  }

  @Test
  void deviceOfOneClassKeepsWhatTheStrengthLeavesElsewhere() {
    DecisionWeights weights = open(new RowWeighting(0.8f, 0, 8), Labels.counts(0, 5));
    assertThat(weigh(weights, new Rest(16, 16), 1, 0)).isCloseTo(0.2, within(1e-6));
    assertThat(weigh(weights, new Rest(31, 1), 0, 1))
        .as("32 times as often as the mean device, and 8 times counts")
        .isCloseTo(0.8 * 8 + 0.2, within(1e-5));
  }

  @Test
  void deviceWithoutRowsIsLikeOneThatHasAllClassesAlike() {
    Rest network = new Rest(10, 22);
    assertThat(weigh(open(weighting(), new Labels()), network, 0.25f, 0.75f))
        .isEqualTo(weigh(open(weighting(), Labels.counts(4, 4)), network, 0.25f, 0.75f));
  }

  @Test
  void profilesAreSharesThatCodecsCarryWell() {
    float[] profile = new float[2];
    open(weighting(), Labels.counts(3, 1)).profile(profile);
    assertThat(profile).containsExactly(24, 8);
  }

  @Property(tries = 200)
  void meanWeightOfAllDevicesIsOneOnEveryRow(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(3) List<@IntRange(min = 1, max = 40) Integer>> counts,
      @ForAll @FloatRange(max = 1) float strength,
      @ForAll @FloatRange(max = 2) float smoothing,
      @ForAll @FloatRange(max = 0.5f) float first,
      @ForAll @FloatRange(max = 0.5f) float second) {
    RowWeighting weighting = new RowWeighting(strength, smoothing, 64);
    float[] mean = new float[3];
    List<Labels> devices =
        counts.stream().map(c -> Labels.counts(c.get(0), c.get(1), c.get(2))).toList();
    for (Labels device : devices) {
      float[] profile = new float[3];
      weighting.open(device, new OneRow(), 3).profile(profile);
      for (int k = 0; k < 3; k++) {
        mean[k] += profile[k] / devices.size();
      }
    }
    double sum = 0;
    for (Labels device : devices) {
      DecisionWeights weights = weighting.open(device, new OneRow(), 3);
      sum += weigh(weights, new Rest(mean), first, second, 1 - first - second);
    }
    assertThat(sum / devices.size()).isCloseTo(1, within(1e-4));
  }

  @Property(tries = 200)
  void weightsStayBetweenTheFloorAndTheMost(
      @ForAll @Size(2) List<@IntRange(max = 50) Integer> counts,
      @ForAll @FloatRange(max = 1) float strength,
      @ForAll @FloatRange(min = 1, max = 64) float most,
      @ForAll @FloatRange(min = -64, max = 64) float mean,
      @ForAll @FloatRange(max = 1) float first) {
    DecisionWeights weights =
        open(new RowWeighting(strength, 0.05f, most), Labels.counts(counts.get(0), counts.get(1)));
    assertThat(weigh(weights, new Rest(mean, 32 - mean), first, 1 - first))
        .isBetween(1 - strength - 1e-4, most * 1.0001);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowWeighting(1.5f, 0, 8))
        .withMessage("strength is 0 to 1, not 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowWeighting(1, -1, 8))
        .withMessage("smoothing is 0 or more, not -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new RowWeighting(1, 0, 65))
        .withMessage("most is 1 to 64, not 65.0");
  }

  @Test
  void allAlikeWhereNoClassIsMoreOftenThanOnTheMeanDevice() {
    DecisionWeights weights = open(weighting(), Labels.counts(5, 5));
    assertThat(weigh(weights, new Rest(16, 16), EVEN)).isCloseTo(1, within(1e-6));
  }

  private static DecisionWeights open(Weighting weighting, Labels rows) {
    return weighting.open(rows, new OneRow(), 2);
  }

  private static double weigh(DecisionWeights weights, Rest network, float... decisions) {
    Block row = new Block(1, decisions.length);
    row.rows(1);
    System.arraycopy(decisions, 0, row.values(), 0, decisions.length);
    weights.weigh(row, network);
    double sum = 0;
    for (float value : row.values()) {
      sum += value;
    }
    return sum;
  }
}
