package org.limbeck.architectures.vector;

import java.util.Arrays;

/**
 * The arithmetic of dense layers as plain loops. All matrices are row-major. Sums run over
 * ascending indices by fused multiply-add, so that results do not depend on how the JIT compiler
 * vectorises.
 */
final class Kernels {

  private Kernels() {}

  /**
   * out ← x W + 1 bᵀ.
   *
   * @param x rows × inputs
   * @param w inputs × outputs from {@code wAt}, followed by b of outputs values
   * @param out rows × outputs
   */
  static void affine(
      float[] x, int rows, int inputs, float[] w, int wAt, int outputs, float[] out) {
    int bias = wAt + inputs * outputs;
    for (int row = 0; row < rows; row++) {
      int to = row * outputs;
      System.arraycopy(w, bias, out, to, outputs);
      for (int i = 0; i < inputs; i++) {
        axpy(x[row * inputs + i], w, wAt + i * outputs, out, to, outputs);
      }
    }
  }

  /**
   * The gradient of {@link #affine} with respect to W and b, given that with respect to its output.
   *
   * @param into inputs × outputs from {@code at}, followed by outputs values
   */
  static void weightGradient(
      float[] x, int rows, int inputs, float[] delta, int outputs, float[] into, int at) {
    int bias = at + inputs * outputs;
    Arrays.fill(into, at, bias + outputs, 0);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inputs; i++) {
        axpy(x[row * inputs + i], delta, row * outputs, into, at + i * outputs, outputs);
      }
      axpy(1, delta, row * outputs, into, bias, outputs);
    }
  }

  /** The gradient of {@link #affine} with respect to x: into ← delta Wᵀ. */
  static void inputGradient(
      float[] delta, int rows, int outputs, float[] w, int wAt, int inputs, float[] into) {
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < inputs; i++) {
        float sum = 0;
        for (int j = 0; j < outputs; j++) {
          sum = Math.fma(delta[row * outputs + j], w[wAt + i * outputs + j], sum);
        }
        into[row * inputs + i] = sum;
      }
    }
  }

  /** Turns rows of logits into soft decisions in place: s_k = exp(a_k − max a) / Σ. */
  static void softmax(float[] values, int rows, int classes) {
    for (int at = 0; at < rows * classes; at += classes) {
      float max = Float.NEGATIVE_INFINITY;
      for (int k = at; k < at + classes; k++) {
        max = Math.max(max, values[k]);
      }
      float sum = 0;
      for (int k = at; k < at + classes; k++) {
        values[k] = Exp.exp(values[k] - max);
        sum += values[k];
      }
      for (int k = at; k < at + classes; k++) {
        values[k] /= sum;
      }
    }
  }

  /** y ← y + a x. */
  static void axpy(float a, float[] x, int xAt, float[] y, int yAt, int count) {
    for (int j = 0; j < count; j++) {
      y[yAt + j] = Math.fma(a, x[xAt + j], y[yAt + j]);
    }
  }
}
