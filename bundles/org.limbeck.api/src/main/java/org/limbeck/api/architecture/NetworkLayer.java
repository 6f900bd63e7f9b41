package org.limbeck.api.architecture;

import org.limbeck.api.Shape;

/**
 * A layer of a feed-forward network, as {@link Layers} states it. The arrays are copies of the
 * model's.
 */
public sealed interface NetworkLayer {

  /**
   * A dense layer: x W + b.
   *
   * @param inputs the number of values of an input row
   * @param outputs the number of values of an output row
   * @param weights W, inputs × outputs
   * @param biases b, outputs
   */
  record Dense(int inputs, int outputs, float[] weights, float[] biases) implements NetworkLayer {}

  /**
   * A convolution with stride 1 over channel-last images, as deep learning means it: the filters
   * are not turned over.
   *
   * @param input the shape of an input image
   * @param kernel the height and the width of the filters, in pixels
   * @param zerosBefore how many rows and columns of zeros stand before an image
   * @param zerosAfter how many rows and columns of zeros stand behind it
   * @param filters the number of filters, which is that of the output's channels
   * @param weights kernel × kernel × input channels × filters
   * @param biases one for each filter
   */
  record Convolution(
      Shape input,
      int kernel,
      int zerosBefore,
      int zerosAfter,
      int filters,
      float[] weights,
      float[] biases)
      implements NetworkLayer {}

  /**
   * The greatest value of each 2 × 2 pixels, channel by channel, with stride 2. A last row or
   * column that makes no whole 2 × 2 is left out.
   *
   * @param input the shape of an input image
   */
  record MaxPooling(Shape input) implements NetworkLayer {}

  /** A function of each value by itself, and of each row the softmax. */
  enum ActivationFunction implements NetworkLayer {
    /** max(x, 0). */
    RELU,
    /** The hyperbolic tangent. */
    TANH,
    /** exp(x_k) / Σ_j exp(x_j). */
    SOFTMAX
  }
}
