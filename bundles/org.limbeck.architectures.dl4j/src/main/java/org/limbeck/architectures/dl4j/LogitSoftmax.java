package org.limbeck.architectures.dl4j;

/** The softmax. */
final class LogitSoftmax {

  private LogitSoftmax() {}

  /** Turns rows of logits into soft decisions in place: s_k = exp(a_k − max a) / Σ. */
  static void fromLogits(float[] values, int rows, int classes) {
    for (int at = 0; at < rows * classes; at += classes) {
      float max = Float.NEGATIVE_INFINITY;
      for (int k = at; k < at + classes; k++) {
        max = Math.max(max, values[k]);
      }
      float sum = 0;
      for (int k = at; k < at + classes; k++) {
        values[k] = (float) StrictMath.exp(values[k] - max);
        sum += values[k];
      }
      for (int k = at; k < at + classes; k++) {
        values[k] /= sum;
      }
    }
  }
}
