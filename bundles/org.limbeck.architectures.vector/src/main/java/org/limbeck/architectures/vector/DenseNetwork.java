package org.limbeck.architectures.vector;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Gradients;
import org.limbeck.api.architecture.Lesson;
import org.limbeck.api.architecture.Losses;
import org.limbeck.api.architecture.Model;
import org.limbeck.api.architecture.Objective;
import org.limbeck.api.architecture.Weights;

/**
 * Dense layers with an activation between them and a softmax at the end, trained by plain
 * stochastic gradient descent. The weights of all layers stand in one array: layer by layer, inputs
 * × outputs and then the biases.
 */
final class DenseNetwork implements Model, Weights, Gradients {
  private final int[] sizes;
  private final Activation activation;
  private final float[] weights;
  private final float[] gradient;

  /** For each layer its outputs, and the gradient with respect to them, for {@code rows} rows. */
  private final float[][] outputs;

  private final float[][] deltas;
  private float[] inputs = {};
  private int rows;

  /**
   * Makes a network with weights from the uniform distribution of Glorot and Bengio (AISTATS 2010,
   * eq. 16) and biases of 0.
   *
   * @param sizes the number of inputs, of units of each hidden layer, and of classes
   */
  DenseNetwork(int[] sizes, Activation activation, RandomGenerator random) {
    this.sizes = sizes;
    this.activation = activation;
    this.weights = new float[at(layers())];
    this.gradient = new float[weights.length];
    this.outputs = new float[layers()][];
    this.deltas = new float[layers()][];
    for (int layer = 0; layer < layers(); layer++) {
      float limit = (float) Math.sqrt(6.0 / (sizes[layer] + sizes[layer + 1]));
      int from = at(layer);
      for (int i = from; i < from + sizes[layer] * sizes[layer + 1]; i++) {
        weights[i] = limit * (2 * random.nextFloat() - 1);
      }
    }
  }

  @Override
  public int parameters() {
    return weights.length;
  }

  @Override
  public void predict(Block x, Block decisions) {
    reserve(x.rows());
    forward(x.values(), x.rows());
    decisions.selectLike(x);
    System.arraycopy(last(outputs), 0, decisions.values(), 0, x.rows() * classes());
  }

  @Override
  public void step(Lesson lesson, float stepSize, Losses losses) {
    backward(lesson, losses);
    Kernels.axpy(-stepSize, gradient, 0, weights, 0, weights.length);
  }

  @Override
  public void gradient(Lesson lesson, float[] into) {
    backward(lesson, new Losses());
    System.arraycopy(gradient, 0, into, 0, gradient.length);
  }

  @Override
  public int count() {
    return weights.length;
  }

  @Override
  public void get(float[] into) {
    System.arraycopy(weights, 0, into, 0, weights.length);
  }

  @Override
  public void set(float[] from) {
    System.arraycopy(from, 0, weights, 0, weights.length);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sizes.length);
    for (int size : sizes) {
      out.writeInt(size);
    }
    for (float weight : weights) {
      out.writeFloat(weight);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int[] saved = new int[Math.min(Math.max(in.readInt(), 0), sizes.length + 1)];
    for (int i = 0; i < saved.length; i++) {
      saved[i] = in.readInt();
    }
    if (!Arrays.equals(saved, sizes)) {
      throw new IOException("the saved network does not have the layers " + Arrays.toString(sizes));
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readFloat();
    }
  }

  private void backward(Lesson lesson, Losses losses) {
    join(lesson);
    forward(inputs, rows);
    Objective.logitGradient(lesson, last(outputs), last(deltas), losses);
    for (int layer = layers() - 1; layer >= 0; layer--) {
      float[] delta = deltas[layer];
      float[] below = layer == 0 ? inputs : outputs[layer - 1];
      int from = sizes[layer];
      int to = sizes[layer + 1];
      Kernels.weightGradient(below, rows, from, delta, to, gradient, at(layer));
      if (layer > 0) {
        Kernels.inputGradient(delta, rows, to, weights, at(layer), from, deltas[layer - 1]);
        activation.scaleByDerivative(deltas[layer - 1], below, rows * from);
      }
    }
  }

  /** Puts the private and the reference rows one below the other. */
  private void join(Lesson lesson) {
    rows = lesson.rows();
    reserve(rows);
    if (inputs.length < rows * sizes[0]) {
      inputs = new float[rows * sizes[0]];
    }
    int privateValues = lesson.inputs().rows() * sizes[0];
    int referenceValues = lesson.referenceInputs().rows() * sizes[0];
    System.arraycopy(lesson.inputs().values(), 0, inputs, 0, privateValues);
    System.arraycopy(lesson.referenceInputs().values(), 0, inputs, privateValues, referenceValues);
  }

  private void forward(float[] x, int count) {
    for (int layer = 0; layer < layers(); layer++) {
      float[] below = layer == 0 ? x : outputs[layer - 1];
      int from = sizes[layer];
      int to = sizes[layer + 1];
      Kernels.affine(below, count, from, weights, at(layer), to, outputs[layer]);
      if (layer < layers() - 1) {
        activation.apply(outputs[layer], count * to);
      }
    }
    Kernels.softmax(last(outputs), count, classes());
  }

  private void reserve(int count) {
    for (int layer = 0; layer < layers(); layer++) {
      int values = count * sizes[layer + 1];
      if (outputs[layer] == null || outputs[layer].length < values) {
        outputs[layer] = new float[values];
        deltas[layer] = new float[values];
      }
    }
  }

  private int layers() {
    return sizes.length - 1;
  }

  private int classes() {
    return sizes[sizes.length - 1];
  }

  /** Returns where the weights of a layer begin; for the number of layers, where they all end. */
  private int at(int layer) {
    int begin = 0;
    for (int l = 0; l < layer; l++) {
      begin += (sizes[l] + 1) * sizes[l + 1];
    }
    return begin;
  }

  private static float[] last(float[][] arrays) {
    return arrays[arrays.length - 1];
  }
}
