package org.limbeck.algorithms;

/**
 * Enhanced entropy reduction aggregation: target_k = z_k^β / Σ_j z_j^β of the mean soft decision z.
 * β = 1 leaves the mean as it is, more sharpens it. K. Azuma and others, <i>Soft-Label Caching and
 * Sharpening for Communication-Efficient Federated Distillation</i>, 2025, Enhanced ERA.
 *
 * @param exponent β, above 0
 * @param classes the number of classes K
 */
record PowerSharpening(float exponent, int classes) {

  /** Replaces the point of the simplex at {@code offset}. */
  void apply(float[] values, int offset) {
    float largest = 0;
    for (int k = 0; k < classes; k++) {
      largest = Math.max(largest, values[offset + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += power(values[offset + k], largest);
    }
    for (int k = 0; k < classes; k++) {
      values[offset + k] = (float) (power(values[offset + k], largest) / sum);
    }
  }

  /** Divided by the largest one, so that they do not all vanish. */
  private double power(float value, float largest) {
    return StrictMath.pow((double) value / largest, exponent);
  }
}
