package org.limbeck.architectures.vector;

import org.limbeck.api.architecture.GaussianMechanism;

/** Scales the gradients of private rows, each by itself. */
final class GradientClipping {

  private GradientClipping() {}

  /**
   * Scales the gradients with respect to the logits, and so those with respect to the weights, of
   * which these are linear functions: from the mean over the rows to the sum of clipped gradients
   * divided by the expected number of rows.
   *
   * @param gradient rows × classes derivatives of the rows' mean loss by the logits
   * @param norms the squared L2 norms of the gradients of the rows' parts of the mean loss with
   *     respect to the weights
   */
  static void apply(
      GaussianMechanism mechanism, float[] gradient, float[] norms, int rows, int classes) {
    for (int row = 0; row < rows; row++) {
      double norm = rows * Math.sqrt(norms[row]);
      double share = norm > mechanism.clip() ? mechanism.clip() / norm : 1;
      float scale = (float) (share * rows / mechanism.expectedRows());
      for (int k = row * classes; k < (row + 1) * classes; k++) {
        gradient[k] *= scale;
      }
    }
  }

  /** Returns the squared L2 norm of {@code count} values. */
  static double squaredNorm(float[] values, int at, int count) {
    double sum = 0;
    for (int i = at; i < at + count; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }
}
