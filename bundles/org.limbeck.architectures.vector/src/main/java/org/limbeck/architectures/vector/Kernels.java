package org.limbeck.architectures.vector;

/**
 * The arithmetic of the networks, on row-major arrays. Every result is the same bits whichever
 * implementation computes it, on any machine: each element of an output is a sum of its own that
 * runs over ascending indices by fused multiply-add, and lanes of vectors hold different elements.
 *
 * <p>Arrays of weights, factors on the right and results have {@link #SPARE} floats of room behind
 * what they hold: vectors may read them and write them back as they were. Implementations are
 * stateless and safe for use by several threads at once.
 */
interface Kernels {
  /** As many floats as the longest vector of any machine has lanes. */
  int SPARE = 64;

  /** Says which kernels these are, such as {@code "vector, 8 lanes"}. */
  String description();

  /**
   * c[m, j] ← bias[j] + Σ_k a[m, k] b[k, j]: the product of dense layers, of convolutions and of
   * their gradients.
   *
   * @param a holds a[m, k] at {@code aAt + m * stride + offsets[k]}
   * @param terms the number of k, 0 or more
   * @param b terms × columns from {@code bAt}
   * @param bias columns values from {@code biasAt}
   * @param c receives rows × columns values from {@code cAt}
   */
  void multiply(
      float[] a,
      int aAt,
      int stride,
      int[] offsets,
      int terms,
      float[] b,
      int bAt,
      float[] bias,
      int biasAt,
      float[] c,
      int cAt,
      int rows,
      int columns);

  /** y ← y + f x, for {@code count} values. */
  void add(float f, float[] x, int xAt, float[] y, int yAt, int count);

  /** y ← x + f y, for {@code count} values. */
  void decayAndAdd(float f, float[] x, int xAt, float[] y, int yAt, int count);

  /** Applies an activation in place to the first {@code count} values. */
  void activate(Activation activation, float[] values, int count);

  /**
   * Multiplies the first {@code count} values of a gradient by the derivative of an activation,
   * given the activation's outputs.
   */
  void scaleByDerivative(Activation activation, float[] gradient, float[] outputs, int count);

  /** Replaces the first {@code count} values by {@link Exp#exp} of them. */
  void exp(float[] values, int count);

  /**
   * Takes the greatest of each 2 × 2 pixels, channel by channel.
   *
   * @param x 2 height × 2 width × channels values
   * @param out receives height × width × channels values from {@code at}
   * @param peaks receives from {@code at} which pixel it was: 0 to 3, row by row; the first of
   *     equals
   */
  void maxPool(float[] x, int height, int width, int channels, float[] out, float[] peaks, int at);

  /**
   * Sums up patches of images: into[i] ← Σ_e values[e] x[positions[e] + offset of i].
   *
   * @param positions where patches begin, from {@code from}
   * @param values their factors, likewise
   * @param count the number of patches
   * @param into receives the sum, {@link PatchGeometry#size} values from {@code at}
   */
  void sumPatches(
      float[] x,
      PatchGeometry patch,
      int[] positions,
      float[] values,
      int from,
      int count,
      float[] into,
      int at);

  /**
   * Adds multiples of a patch to places in images, one after the other: into[positions[e] + offset
   * of i] ← into[…] + values[e] w[i].
   *
   * @param w the patch, {@link PatchGeometry#size} values from {@code wAt}
   * @param positions where in {@code into} to add it, from {@code from}
   * @param values the factors, likewise
   * @param count the number of times
   */
  void addPatches(
      float[] w,
      int wAt,
      PatchGeometry patch,
      int[] positions,
      float[] values,
      int from,
      int count,
      float[] into);

  /** Turns rows of logits into soft decisions in place: s_k = exp(a_k − max a) / Σ. */
  default void softmax(float[] values, int rows, int classes) {
    int count = rows * classes;
    for (int at = 0; at < count; at += classes) {
      float max = Float.NEGATIVE_INFINITY;
      for (int k = at; k < at + classes; k++) {
        max = Math.max(max, values[k]);
      }
      for (int k = at; k < at + classes; k++) {
        values[k] -= max;
      }
    }
    exp(values, count);
    for (int at = 0; at < count; at += classes) {
      float sum = 0;
      for (int k = at; k < at + classes; k++) {
        sum += values[k];
      }
      for (int k = at; k < at + classes; k++) {
        values[k] /= sum;
      }
    }
  }
}
