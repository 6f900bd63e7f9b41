package org.limbeck.architectures.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.architectures.vector.ScratchBuffers.Use;

/**
 * Layers with an activation between them and a softmax at the end: what the models of one
 * architecture share. Immutable; safe for use by several threads at once.
 */
final class LayeredNetwork {
  private final Kernels kernels;
  private final Layer[] layers;
  private final Activation activation;
  private final int[] signature;

  /** Where the parameters of each layer begin, and where they all end. */
  private final int[] starts;

  /**
   * Puts layers together.
   *
   * @param signature the numbers that tell this network from others, for saved states
   */
  LayeredNetwork(
      Kernels kernels, List<? extends Layer> layers, Activation activation, int[] signature) {
    this.kernels = kernels;
    this.signature = signature;
    this.layers = layers.toArray(new Layer[0]);
    this.activation = activation;
    this.starts = new int[layers.size() + 1];
    for (int l = 0; l < this.layers.length; l++) {
      starts[l + 1] = Math.addExact(starts[l], this.layers[l].parameters());
    }
  }

  /**
   * Makes a network of dense layers.
   *
   * @param sizes the number of inputs, of units of each hidden layer, and of classes
   */
  static LayeredNetwork dense(Kernels kernels, Activation activation, int[] sizes) {
    List<DenseLayer> layers =
        IntStream.range(1, sizes.length)
            .mapToObj(l -> new DenseLayer(kernels, sizes[l - 1], sizes[l]))
            .toList();
    return new LayeredNetwork(kernels, layers, activation, sizes);
  }

  int[] signature() {
    return signature;
  }

  int classes() {
    return layers[layers.length - 1].outputs();
  }

  int parameters() {
    return starts[layers.length];
  }

  /** Returns the number of outputs of the layer before the last; 0 if there is one layer only. */
  int embeddingWidth() {
    return layers.length == 1 ? 0 : layers[layers.length - 1].inputs();
  }

  /** Returns what the network computes with these weights. */
  List<NetworkLayer> described(float[] weights) {
    List<NetworkLayer> all = new ArrayList<>();
    for (int l = 0; l < layers.length; l++) {
      all.addAll(layers[l].described(weights, starts[l]));
      all.add(
          l < layers.length - 1 ? activation.described() : NetworkLayer.ActivationFunction.SOFTMAX);
    }
    return List.copyOf(all);
  }

  /** Returns initial weights, with {@link Kernels#SPARE} floats of room behind them. */
  float[] initialWeights(RandomGenerator random) {
    float[] weights = new float[parameters() + Kernels.SPARE];
    for (int l = 0; l < layers.length; l++) {
      layers[l].initialize(weights, starts[l], random);
    }
    return weights;
  }

  /**
   * Computes soft decisions.
   *
   * @param x rows × inputs from {@code xAt}
   * @param dropout the share of hidden units to leave out
   * @param key says which units
   * @return rows × classes values, a buffer of {@code scratch}
   */
  float[] forward(
      float[] weights,
      float[] x,
      int xAt,
      int rows,
      ScratchBuffers scratch,
      float dropout,
      long key) {
    float[] below = x;
    int belowAt = xAt;
    for (int l = 0; l < layers.length; l++) {
      int count = rows * layers[l].outputs();
      float[] out = scratch.floats(Use.OUTPUTS, l, count);
      layers[l].forward(weights, starts[l], below, belowAt, rows, out, scratch);
      if (l < layers.length - 1) {
        kernels.activate(activation, out, count);
      }
      below = out;
      belowAt = 0;
      if (dropsOut(l, dropout)) {
        float[] mask = scratch.floats(Use.MASKS, l, count);
        below = scratch.floats(Use.DROPPED, l, count);
        Dropout.draw(mask, count, dropout, Dropout.key(key, l));
        Dropout.apply(out, mask, count, below);
      }
    }
    kernels.softmax(below, rows, classes());
    return below;
  }

  private boolean dropsOut(int layer, float dropout) {
    return dropout > 0 && layer < layers.length - 1 && layers[layer].dropsOut();
  }

  /** Returns what the layer before the last gave in the last {@link #forward} of so many rows. */
  float[] embeddings(int rows, ScratchBuffers scratch) {
    return scratch.floats(Use.OUTPUTS, layers.length - 2, rows * embeddingWidth());
  }

  /** Returns the buffer for the gradient with respect to the logits, rows × classes. */
  float[] logitGradient(int rows, ScratchBuffers scratch) {
    return scratch.floats(Use.DELTAS, layers.length - 1, rows * classes());
  }

  /**
   * Computes the gradient with respect to the weights, following a {@link #forward} of the same
   * rows and dropout, and given {@link #logitGradient}.
   *
   * @param pull adds what else the loss says of embeddings
   */
  void backward(
      float[] weights,
      float[] x,
      int rows,
      ScratchBuffers scratch,
      float dropout,
      EmbeddingPull pull,
      GradientConsumer descent) {
    float[] delta = logitGradient(rows, scratch);
    for (int l = layers.length - 1; l > 0; l--) {
      float[] below = inputs(l, rows, scratch, dropout);
      float[] deltaBelow = scratch.floats(Use.DELTAS, l - 1, rows * layers[l].inputs());
      layers[l].backward(weights, starts[l], below, rows, delta, deltaBelow, scratch, descent);
      throughDropout(l - 1, deltaBelow, rows, scratch, dropout);
      if (l == layers.length - 1) {
        pull.addTo(deltaBelow, embeddings(rows, scratch));
      }
      throughActivation(l - 1, deltaBelow, rows, scratch);
      delta = deltaBelow;
    }
    layers[0].backward(weights, starts[0], x, rows, delta, null, scratch, descent);
  }

  /**
   * Computes the squared L2 norms of the gradients of the first {@code rows} rows, each by itself,
   * with respect to the weights, following a {@link #forward} of these and perhaps more rows with
   * the same dropout, and given {@link #logitGradient}, which stays as it is.
   *
   * @return rows values, a buffer of {@code scratch}
   */
  float[] squaredNorms(
      float[] weights, float[] x, int rows, ScratchBuffers scratch, float dropout) {
    float[] norms = scratch.floats(Use.NORMS, rows);
    Arrays.fill(norms, 0, rows, 0);
    float[] delta = logitGradient(rows, scratch);
    for (int l = layers.length - 1; l > 0; l--) {
      float[] below = inputs(l, rows, scratch, dropout);
      float[] deltaBelow = scratch.floats(Use.DELTAS, l - 1, rows * layers[l].inputs());
      layers[l].addSquaredNorms(weights, starts[l], below, rows, delta, deltaBelow, scratch, norms);
      throughDropout(l - 1, deltaBelow, rows, scratch, dropout);
      throughActivation(l - 1, deltaBelow, rows, scratch);
      delta = deltaBelow;
    }
    layers[0].addSquaredNorms(weights, starts[0], x, rows, delta, null, scratch, norms);
    return norms;
  }

  /** Returns what the last forward pass handed to a layer above the first. */
  private float[] inputs(int layer, int rows, ScratchBuffers scratch, float dropout) {
    Use use = dropsOut(layer - 1, dropout) ? Use.DROPPED : Use.OUTPUTS;
    return scratch.floats(use, layer - 1, rows * layers[layer].inputs());
  }

  /**
   * Turns the gradient with respect to what a hidden layer hands on into that of its activation.
   */
  private void throughDropout(
      int layer, float[] delta, int rows, ScratchBuffers scratch, float dropout) {
    if (dropsOut(layer, dropout)) {
      int count = rows * layers[layer].outputs();
      Dropout.apply(delta, scratch.floats(Use.MASKS, layer, count), count, delta);
    }
  }

  /**
   * Turns the gradient with respect to the activation of a hidden layer into that of its outputs.
   */
  private void throughActivation(int layer, float[] delta, int rows, ScratchBuffers scratch) {
    int count = rows * layers[layer].outputs();
    float[] outputs = scratch.floats(Use.OUTPUTS, layer, count);
    kernels.scaleByDerivative(activation, delta, outputs, count);
  }
}
