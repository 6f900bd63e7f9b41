package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DensityRatioTest {
  private static final float[] X = {0};
  private static final float[] Y = {1};

  /**
   * With x = 0, y = 1, σ = λ = 1 and e = exp(−1/2) = 0.606531: (1 + 1) α = −e, so α = −0.303265;
   * r(0) = α + e, r(1) = α e + 1.
   */
  @Test
  void oneRowOfEachByHand() {
    DensityRatio ratio = new DensityRatio(1, 1, new float[][] {Y}, new float[][] {X});
    assertThat(ratio.at(X)).isCloseTo(0.303265, within(1e-6));
    assertThat(ratio.at(Y)).isCloseTo(0.816060, within(1e-6));
  }

  /**
   * With x = 0 and 2, y = 1, σ = 1, λ = 1/2: K_xx / n + λ I has 1 in the diagonal and exp(−2) / 2 =
   * 0.0676676 beside it, the right side is −e each, so α = −e / 1.0676676 = −0.568089; r(1) = 2 α e
   * + 2.
   */
  @Test
  void twoAuxiliaryRowsByHand() {
    DensityRatio ratio = new DensityRatio(1, 0.5, new float[][] {Y}, new float[][] {X, {2}});
    assertThat(ratio.at(Y)).isCloseTo(1.310873, within(1e-6));
  }

  @Test
  void distancesAreSquared() {
    float[] a = {1, 2, 3, 4, 5, 6, 7};
    float[] b = {2, 4, 6, 8, 10, 12, 14};
    assertThat(DensityRatio.distance(a, b)).isEqualTo(1 + 4 + 9 + 16 + 25 + 36 + 49);
  }

  @Test
  void isLargerWhereTheKnownRowsAre() {
    float[][] known = {{0.4f, 0.5f}, {0.5f, 0.5f}, {0.6f, 0.4f}};
    float[][] auxiliary = new float[25][];
    for (int i = 0; i < auxiliary.length; i++) {
      int row = i / 5;
      auxiliary[i] = new float[] {i % 5 / 4f, row / 4f};
    }
    DensityRatio ratio = new DensityRatio(0.2, 0.001, known, auxiliary);
    assertThat(ratio.at(new float[] {0.5f, 0.45f}))
        .isGreaterThan(5 * Math.abs(ratio.at(new float[] {0.1f, 0.9f})));
  }
}
