package org.limbeck.algorithms;

import java.util.Arrays;

/**
 * The detector of IDKD: a row is in the distribution of a device's private rows if the largest of
 * its soft decision is at least a threshold.
 */
final class ConfidenceThreshold {

  private ConfidenceThreshold() {}

  /**
   * Returns the threshold that tells two kinds of rows apart best: that of the highest true minus
   * false positive rate (Youden's J), the highest one if several do; above 1 if none does better
   * than to let no row pass.
   *
   * @param inside the confidences of rows that should pass, at least one
   * @param outside those of rows that need not, at least one
   */
  static float calibrate(float[] inside, float[] outside) {
    float[] positive = sorted(inside);
    float[] negative = sorted(outside);
    float best = Float.POSITIVE_INFINITY;
    double most = 0;
    int passed = negative.length;
    for (int i = positive.length - 1; i >= 0; i--) {
      if (i > 0 && positive[i - 1] == positive[i]) {
        continue;
      }
      while (passed > 0 && negative[passed - 1] >= positive[i]) {
        passed--;
      }
      double truePositive = (double) (positive.length - i) / positive.length;
      double falsePositive = (double) (negative.length - passed) / negative.length;
      if (truePositive - falsePositive > most) {
        most = truePositive - falsePositive;
        best = positive[i];
      }
    }
    return best;
  }

  private static float[] sorted(float[] values) {
    float[] copy = values.clone();
    Arrays.sort(copy);
    return copy;
  }
}
