package org.limbeck.architectures.vector;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.architectures.vector.ScratchBuffers.Use;

/** A dense layer, x W + b. Its parameters are W, inputs × outputs, and then b. */
final class DenseLayer implements Layer {
  /** So many derivatives are computed before they are used, while the cache holds them. */
  private static final int BLOCK = 4096;

  private static final float[] ONE = {1};

  private final Kernels kernels;
  private final int inputs;
  private final int outputs;
  private final MultiplesTable consecutive = new MultiplesTable(1);
  private final MultiplesTable rowStarts;
  private final MultiplesTable sameValue = new MultiplesTable(0);

  DenseLayer(Kernels kernels, int inputs, int outputs) {
    this.kernels = kernels;
    this.inputs = inputs;
    this.outputs = outputs;
    this.rowStarts = new MultiplesTable(inputs);
  }

  @Override
  public int inputs() {
    return inputs;
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int parameters() {
    return (inputs + 1) * outputs;
  }

  @Override
  public boolean dropsOut() {
    return true;
  }

  @Override
  public void initialize(float[] weights, int at, RandomGenerator random) {
    GlorotInitializer.fill(weights, at, inputs * outputs, inputs, outputs, random);
  }

  @Override
  public List<NetworkLayer> described(float[] weights, int at) {
    int bias = at + inputs * outputs;
    return List.of(
        new NetworkLayer.Dense(
            inputs,
            outputs,
            Arrays.copyOfRange(weights, at, bias),
            Arrays.copyOfRange(weights, bias, bias + outputs)));
  }

  @Override
  public void forward(
      float[] weights, int at, float[] x, int xAt, int rows, float[] out, ScratchBuffers scratch) {
    int bias = at + inputs * outputs;
    int[] terms = consecutive.first(inputs);
    kernels.multiply(
        x, xAt, inputs, terms, inputs, weights, at, weights, bias, out, 0, rows, outputs);
  }

  @Override
  public void backward(
      float[] weights,
      int at,
      float[] x,
      int rows,
      float[] delta,
      float[] below,
      ScratchBuffers scratch,
      GradientConsumer descent) {
    if (below != null) {
      inputGradient(weights, at, delta, rows, below, scratch);
    }
    float[] gradient = scratch.floats(Use.WEIGHT_GRADIENT, BLOCK + outputs);
    float[] zeros = scratch.zeros(outputs);
    int[] terms = rowStarts.first(rows);
    int most = Math.max(1, BLOCK / outputs);
    for (int i = 0; i < inputs; i += most) {
      int count = Math.min(most, inputs - i);
      kernels.multiply(x, i, 1, terms, rows, delta, 0, zeros, 0, gradient, 0, count, outputs);
      descent.take(gradient, at + i * outputs, count * outputs, true);
    }
    int[] ones = sameValue.first(rows);
    kernels.multiply(ONE, 0, 0, ones, rows, delta, 0, zeros, 0, gradient, 0, 1, outputs);
    descent.take(gradient, at + inputs * outputs, outputs, false);
  }

  /**
   * The gradient of a row is the outer product of its inputs, with 1 for the bias, and its delta:
   * I. Goodfellow, <i>Efficient Per-Example Gradient Computations</i>, 2015.
   */
  @Override
  public void addSquaredNorms(
      float[] weights,
      int at,
      float[] x,
      int rows,
      float[] delta,
      float[] below,
      ScratchBuffers scratch,
      float[] norms) {
    if (below != null) {
      inputGradient(weights, at, delta, rows, below, scratch);
    }
    for (int row = 0; row < rows; row++) {
      double seen = 1 + GradientClipping.squaredNorm(x, row * inputs, inputs);
      norms[row] += (float) (seen * GradientClipping.squaredNorm(delta, row * outputs, outputs));
    }
  }

  private void inputGradient(
      float[] weights, int at, float[] delta, int rows, float[] below, ScratchBuffers scratch) {
    float[] transposed = scratch.floats(Use.TRANSPOSED_WEIGHTS, inputs * outputs);
    Transpose.into(weights, at, inputs, outputs, transposed);
    float[] zeros = scratch.zeros(inputs);
    int[] terms = consecutive.first(outputs);
    kernels.multiply(
        delta, 0, outputs, terms, outputs, transposed, 0, zeros, 0, below, 0, rows, inputs);
  }
}
