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
    Normalization.apply(values, offset, classes, this::power);
  }

  /** Divided by the largest one, so that they do not all vanish. */
  private double power(double value, double largest) {
    return StrictMath.pow(value / largest, exponent);
  }
}
