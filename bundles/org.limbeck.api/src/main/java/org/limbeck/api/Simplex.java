package org.limbeck.api;

import java.util.Arrays;

/**
 * Projects onto the probability simplex. Used by one thread at a time; allocates nothing per call.
 */
public final class Simplex {
  private final float[] sorted;

  /** Makes a projection for rows of K values. */
  public Simplex(int classes) {
    this.sorted = new float[classes];
  }

  /**
   * Replaces K values from {@code offset} by the nearest point, in L2 distance, whose values are
   * not negative and have the sum 1: max(v − τ, 0). After Duchi et al., <i>Efficient Projections
   * onto the ℓ1-Ball</i>, ICML 2008, fig. 1.
   */
  public void project(float[] values, int offset) {
    int classes = sorted.length;
    System.arraycopy(values, offset, sorted, 0, classes);
    Arrays.sort(sorted);
    float sum = 0;
    float threshold = 0;
    for (int n = 1; n <= classes; n++) {
      float value = sorted[classes - n];
      sum += value;
      float candidate = (sum - 1) / n;
      if (value > candidate) {
        threshold = candidate;
      }
    }
    for (int k = offset; k < offset + classes; k++) {
      values[k] = Math.max(values[k] - threshold, 0);
    }
  }
}
