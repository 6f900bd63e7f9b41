package org.limbeck.weightings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.weighting.DecisionWeights;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.WeightingContract;

class DensityWeightingTest extends WeightingContract {
  private static final Plane LEFT = Plane.grid(-3, 0, 1, 10);
  private static final Plane RIGHT = Plane.grid(3, 0, 1, 10);
  private static final Plane BOTH = Plane.of(LEFT, RIGHT);

  @Override
  protected Weighting weighting() {
    return new DensityWeighting(0.8f, 0.001f, 8);
  }

  /** The reference rows are half of each sort, so that the true ratios are 2 and 0. */
  @Test
  void ratioIsThatOfTheDensities() {
    float[] weights = weights(new DensityWeighting(1, 0.001f, 8), LEFT);
    assertThat(mean(weights, 0, 100)).isCloseTo(2, within(0.05));
    assertThat(mean(weights, 100, 200)).isCloseTo(0, within(0.05));
  }

  @Test
  void strengthIsHowFarWeightsAreFromOne() {
    float[] all = weights(new DensityWeighting(1, 0.001f, 8), LEFT);
    float[] half = weights(new DensityWeighting(0.5f, 0.001f, 8), LEFT);
    float[] none = weights(new DensityWeighting(0, 0.001f, 8), LEFT);
    for (int row = 0; row < all.length; row++) {
      assertThat(half[row]).isCloseTo(0.5f * all[row] + 0.5f, within(1e-6f));
      assertThat(none[row]).isEqualTo(1);
    }
  }

  @Test
  void noWeightIsMoreThanTheMost() {
    float[] weights = weights(new DensityWeighting(1, 0.0001f, 1.25f), LEFT);
    assertThat(weights).contains(1.25f);
    for (float weight : weights) {
      assertThat(weight).isBetween(0f, 1.25f);
    }
  }

  @Test
  void devicesThatMakeUpTheReferenceRowsCountAsOneEachOnTheRowsOfBoth() {
    float[] left = weights(weighting(), LEFT);
    float[] right = weights(weighting(), RIGHT);
    assertThat(mean(left, 0, 100) + mean(right, 0, 100)).isCloseTo(2, within(0.05));
    assertThat(mean(left, 100, 200) + mean(right, 100, 200)).isCloseTo(2, within(0.05));
  }

  @Test
  void rowsLikeTheReferenceRowsHaveWeightsOfOne() {
    for (float weight : weights(weighting(), BOTH)) {
      assertThat(weight).isCloseTo(1, within(1e-4f));
    }
  }

  @Test
  void deviceWithoutRowsHasWeightsOfOne() {
    assertThat(weights(weighting(), new Plane())).containsOnly(1);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DensityWeighting(1.5f, 0.001f, 8))
        .withMessage("strength is 0 to 1, not 1.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DensityWeighting(1, 0, 8))
        .withMessage("regularization is 0.0001 to 1, not 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DensityWeighting(1, 1, 65))
        .withMessage("most is 1 to 64, not 65.0");
  }

  /** Returns the weight of each reference row, asked for from the last to the first. */
  private static float[] weights(Weighting weighting, Plane rows) {
    DecisionWeights weights = weighting.open(rows, BOTH.reference(), 2);
    Block block = new Block(BOTH.rows(), 2);
    block.rows(BOTH.rows());
    for (int i = 0; i < BOTH.rows(); i++) {
      block.ids()[i] = BOTH.rows() - 1 - i;
      block.values()[2 * i] = 0.25f;
      block.values()[2 * i + 1] = 0.75f;
    }
    weights.weigh(block, new Rest());
    float[] sums = new float[BOTH.rows()];
    for (int i = 0; i < BOTH.rows(); i++) {
      sums[block.ids()[i]] = block.values()[2 * i] + block.values()[2 * i + 1];
    }
    return sums;
  }

  private static double mean(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
