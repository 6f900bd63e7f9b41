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
    Normalization.apply(values, offset, classes, this::power);
    return true;
  }

  /** The largest one is taken off, so that none is infinite. */
  private double power(double value, double largest) {
    return StrictMath.exp((value - largest) / temperature);
  }
}
