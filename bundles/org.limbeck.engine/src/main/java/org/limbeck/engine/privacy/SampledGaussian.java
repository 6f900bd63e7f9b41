package org.limbeck.engine.privacy;

/**
 * The Rényi differential privacy of a step that takes each row with probability q, and adds noise
 * of σ times the sensitivity to a sum over them: I. Mironov, K. Talwar, L. Zhang, <i>Rényi
 * Differential Privacy of the Sampled Gaussian Mechanism</i>, 2019, section 3.3, for integer orders
 * and adding or removing one row.
 *
 * @param rate q, 0 to 1
 * @param noise σ, above 0
 */
record SampledGaussian(double rate, double noise) {

  /** Returns the Rényi divergence of an order α ≥ 2 that a step can cause at the most. */
  double divergence(int order) {
    if (rate == 0) {
      return 0;
    }
    if (rate == 1) {
      return order / (2 * noise * noise);
    }
    return logMoment(order) / (order - 1);
  }

  /** ln Σ_k C(α, k) (1 − q)^(α−k) q^k exp((k² − k) / 2σ²). */
  private double logMoment(int order) {
    double odds = StrictMath.log(rate) - StrictMath.log1p(-rate);
    double term = order * StrictMath.log1p(-rate);
    double sum = term;
    for (int k = 1; k <= order; k++) {
      term += StrictMath.log((order - k + 1.0) / k) + odds;
      sum = logSum(sum, term + (double) k * (k - 1) / (2 * noise * noise));
    }
    return Math.max(0, sum);
  }

  private static double logSum(double a, double b) {
    return Math.max(a, b) + StrictMath.log1p(StrictMath.exp(-Math.abs(a - b)));
  }
}
