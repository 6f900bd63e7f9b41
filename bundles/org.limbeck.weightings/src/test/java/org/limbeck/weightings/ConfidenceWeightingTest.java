package org.limbeck.weightings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.WeightingContract;

class ConfidenceWeightingTest extends WeightingContract {
  @Override
  protected Weighting weighting() {
    return new ConfidenceWeighting(2, 0.6f);
  }

  @Test
  void weightsAreThePowerOfTheLargestDecision() {
    assertThat(weight(new ConfidenceWeighting(2, 0.6f), 1)).isCloseTo(1 / 0.6, within(1e-5));
    assertThat(weight(new ConfidenceWeighting(2, 0.6f), 0.5f)).isCloseTo(0.25 / 0.6, within(1e-5));
    assertThat(weight(new ConfidenceWeighting(1, 1), 0.7f)).isCloseTo(0.7, within(1e-5));
  }

  @Property(tries = 100)
  void whoIsSurerNeverCountsLess(
      @ForAll @FloatRange(min = 0.5f, max = 1) float one,
      @ForAll @FloatRange(min = 0.5f, max = 1) float other,
      @ForAll @FloatRange(min = 0.01f, max = 8) float power) {
    Weighting weighting = new ConfidenceWeighting(power, 0.6f);
    assertThat(weight(weighting, Math.max(one, other)))
        .isGreaterThanOrEqualTo(weight(weighting, Math.min(one, other)) - 1e-5);
  }

  @Test
  void refusesWhatIsOutOfRange() {
    for (float power : new float[] {0, -1, 8.5f, Float.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ConfidenceWeighting(power, 0.6f))
          .withMessageContaining("power is above 0 and at most 8, not " + power);
    }
    for (float ordinary : new float[] {0, -1, 1.5f, Float.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ConfidenceWeighting(2, ordinary))
          .withMessageContaining("ordinary is above 0 and at most 1, not " + ordinary);
    }
  }

  private static double weight(Weighting weighting, float largest) {
    Block row = new Block(1, 2);
    row.rows(1);
    row.values()[0] = largest;
    row.values()[1] = 1 - largest;
    weighting.open(new Labels(), new OneRow(), 2).weigh(row, new Rest());
    return row.values()[0] + row.values()[1];
  }
}
