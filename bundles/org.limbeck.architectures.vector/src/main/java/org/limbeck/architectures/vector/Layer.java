package org.limbeck.architectures.vector;

import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.architecture.NetworkLayer;

/**
 * A layer with weights, without the activation behind it. It holds no state: weights, activations
 * and gradients are handed in. Safe for use by several threads at once.
 */
interface Layer {

  /** Returns the number of values of an input row. */
  int inputs();

  /** Returns the number of values of an output row. */
  int outputs();

  /** Returns the number of weights and biases. */
  int parameters();

  /** Returns whether dropout leaves outputs of this layer out, if it is a hidden one. */
  boolean dropsOut();

  /** Writes initial weights from {@code at}; the biases are 0 already. */
  void initialize(float[] weights, int at, RandomGenerator random);

  /** Returns what the layer computes with the weights from {@code at}. */
  List<NetworkLayer> described(float[] weights, int at);

  /**
   * Computes the outputs of {@code rows} rows.
   *
   * @param weights the weights from {@code at}
   * @param x rows × inputs from {@code xAt}
   * @param out receives rows × outputs
   */
  void forward(
      float[] weights, int at, float[] x, int xAt, int rows, float[] out, ScratchBuffers scratch);

  /**
   * Computes gradients, following a {@link #forward} of the same rows with the same scratch.
   *
   * @param x rows × inputs
   * @param delta the gradient with respect to the outputs, rows × outputs
   * @param below receives the gradient with respect to {@code x}; null if nobody wants it
   * @param descent receives the gradient with respect to the weights, part by part
   */
  void backward(
      float[] weights,
      int at,
      float[] x,
      int rows,
      float[] delta,
      float[] below,
      ScratchBuffers scratch,
      GradientConsumer descent);

  /**
   * Computes how long the gradients of single rows are, following a {@link #forward} of these and
   * perhaps more rows with the same scratch.
   *
   * @param x rows × inputs
   * @param delta the gradient with respect to the outputs, rows × outputs
   * @param below receives the gradient with respect to {@code x}; null if nobody wants it
   * @param norms each row's place is increased by the squared L2 norm of the gradient of that row
   *     alone with respect to the weights
   */
  void addSquaredNorms(
      float[] weights,
      int at,
      float[] x,
      int rows,
      float[] delta,
      float[] below,
      ScratchBuffers scratch,
      float[] norms);
}
