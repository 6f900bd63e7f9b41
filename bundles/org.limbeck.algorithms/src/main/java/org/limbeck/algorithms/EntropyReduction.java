package org.limbeck.algorithms;

/**
 * Entropy reduction aggregation (ERA): target_k = exp(z_k / T) / Σ_j exp(z_j / T), the softmax of
 * the mean soft decision z at a temperature T. S. Itahara and others, IEEE Trans. Mobile Computing
 * 22(1), 2023, ERA.
 *
 * @param temperature T, above 0
 * @param classes the number of classes K
 */
record EntropyReduction(float temperature, int classes) implements ConsensusRule {

  @Override
  public boolean aggregate(float[] values, int offset) {
    float largest = values[offset];
    for (int k = 1; k < classes; k++) {
      largest = Math.max(largest, values[offset + k]);
    }
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += power(values[offset + k], largest);
    }
    for (int k = 0; k < classes; k++) {
      values[offset + k] = (float) (power(values[offset + k], largest) / sum);
    }
    return true;
  }

  /** The largest one is taken off, so that none is infinite. */
  private double power(float value, float largest) {
    return StrictMath.exp(((double) value - largest) / temperature);
  }
}
