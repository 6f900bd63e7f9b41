package org.limbeck.api.architecture;

/** How far a soft decision s is from its target t, both rows of K values. */
public enum DistillationLoss {
  /**
   * The squared L2 distance Σ_k (s_k − t_k)², the regulariser of Bistritz, Mann, Bambos,
   * <i>Distributed Distillation for On-Device Learning</i>, NeurIPS 2020.
   */
  SQUARED {
    @Override
    double row(float[] s, int at, float[] t, int targetAt, int classes, float scale, float[] g) {
      double distance = 0;
      float inner = 0;
      for (int k = 0; k < classes; k++) {
        float difference = s[at + k] - t[targetAt + k];
        distance = Math.fma((double) difference, difference, distance);
        inner = Math.fma(s[at + k], difference, inner);
      }
      for (int k = 0; k < classes; k++) {
        float difference = s[at + k] - t[targetAt + k];
        g[at + k] = 2 * scale * s[at + k] * (difference - inner);
      }
      return distance;
    }
  },

  /** The cross-entropy −Σ_k t_k ln s_k; its gradient does not vanish where s is wrong and sure. */
  CROSS_ENTROPY {
    @Override
    double row(float[] s, int at, float[] t, int targetAt, int classes, float scale, float[] g) {
      double entropy = 0;
      for (int k = 0; k < classes; k++) {
        entropy -= t[targetAt + k] * Objective.log(s[at + k]);
        g[at + k] = scale * (s[at + k] - t[targetAt + k]);
      }
      return entropy;
    }
  };

  /**
   * Returns the distance of the row of {@code s} at {@code at} and writes {@code scale} times its
   * gradient with respect to the logits into {@code g} at {@code at}.
   */
  abstract double row(
      float[] s, int at, float[] t, int targetAt, int classes, float scale, float[] g);
}
