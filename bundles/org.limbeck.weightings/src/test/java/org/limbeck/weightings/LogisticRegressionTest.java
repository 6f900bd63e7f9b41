package org.limbeck.weightings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogisticRegressionTest {

  /**
   * With x = ±1 the bias is 0, and w solves λ w = 1 / (1 + exp(w)): for λ = 1, w = 0.401058; for λ
   * = 0.1, w = 1.541.
   */
  @Test
  void oneRowOfEachByHand() {
    assertThat(opposite(1).logOdds(new float[] {1})).isCloseTo(0.401058, within(1e-5));
    double weight = opposite(0.1).logOdds(new float[] {1});
    assertThat(0.1 * weight).isCloseTo(1 / (1 + Math.exp(weight)), within(1e-6));
  }

  @Test
  void sortsCountAlikeHoweverManyRowsTheyHave() {
    LogisticRegression one = new LogisticRegression(rows(1), rows(-1, 0), 0.1);
    LogisticRegression many = new LogisticRegression(rows(1, 1, 1), rows(-1, 0, -1, 0), 0.1);
    for (float x : new float[] {-1, 0, 0.5f, 1}) {
      assertThat(many.logOdds(new float[] {x}))
          .isCloseTo(one.logOdds(new float[] {x}), within(1e-9));
    }
  }

  @Test
  void sortsThatAreAlikeHaveEvenOdds() {
    LogisticRegression alike = new LogisticRegression(rows(-1, 1), rows(1, -1), 0.001);
    assertThat(alike.logOdds(new float[] {0.7f})).isCloseTo(0, within(1e-9));
  }

  private static LogisticRegression opposite(double regularization) {
    return new LogisticRegression(rows(1), rows(-1), regularization);
  }

  private static float[][] rows(float... values) {
    float[][] rows = new float[values.length][];
    for (int i = 0; i < values.length; i++) {
      rows[i] = new float[] {values[i]};
    }
    return rows;
  }
}
