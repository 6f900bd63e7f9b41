package org.limbeck.onnx;

import java.util.List;
import java.util.Locale;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.NetworkLayer;
import org.limbeck.api.architecture.NetworkLayer.ActivationFunction;
import org.limbeck.api.architecture.NetworkLayer.Convolution;
import org.limbeck.api.architecture.NetworkLayer.Dense;
import org.limbeck.api.architecture.NetworkLayer.MaxPooling;

/**
 * The layers of a network as nodes of a graph. Images have their channels first in ONNX and last in
 * Limbeck, so that they are turned where a convolution follows a row, and a dense layer an image.
 */
final class LayerNodes {
  private final OnnxGraph graph;

  /** The shape of what the last node has made, where that is an image; otherwise null. */
  private Shape image;

  LayerNodes(OnnxGraph graph) {
    this.graph = graph;
  }

  /** Returns the number of features of a row. */
  static int inputs(List<NetworkLayer> layers) {
    if (!layers.isEmpty() && layers.get(0) instanceof Dense dense) {
      return dense.inputs();
    }
    if (!layers.isEmpty() && layers.get(0) instanceof Convolution convolution) {
      return convolution.input().features();
    }
    throw new IllegalArgumentException("a network begins with a layer that has weights");
  }

  /** Returns the number of values of what the layers make of a row. */
  static int outputs(List<NetworkLayer> layers) {
    return layers.stream()
        .filter(Dense.class::isInstance)
        .map(Dense.class::cast)
        .reduce((first, second) -> second)
        .orElseThrow(() -> new IllegalArgumentException("a network ends with a dense layer"))
        .outputs();
  }

  /** Adds the layers, from rows of an input to an output of the given name. */
  void add(String input, List<NetworkLayer> layers, String output) {
    String below = input;
    for (NetworkLayer layer : layers) {
      below = add(below, layer);
    }
    graph.named(output, "Identity", List.of(below));
  }

  private String add(String below, NetworkLayer layer) {
    if (layer instanceof Dense dense) {
      return dense(row(below), dense);
    }
    if (layer instanceof Convolution convolution) {
      return convolution(image(below, convolution.input()), convolution);
    }
    if (layer instanceof MaxPooling pooling) {
      return pooling(image(below, pooling.input()));
    }
    return function(below, (ActivationFunction) layer);
  }

  private String dense(String below, Dense layer) {
    String weights = graph.floats(layer.weights(), layer.inputs(), layer.outputs());
    String biases = graph.floats(layer.biases(), layer.outputs());
    return graph.node("Gemm", List.of(below, weights, biases));
  }

  private String convolution(String below, Convolution layer) {
    int kernel = layer.kernel();
    int channels = layer.input().channels();
    String weights =
        graph.floats(
            filtersFirst(layer.weights(), kernel * kernel, channels, layer.filters()),
            layer.filters(),
            channels,
            kernel,
            kernel);
    String biases = graph.floats(layer.biases(), layer.filters());
    int before = layer.zerosBefore();
    int after = layer.zerosAfter();
    int grown = before + after - kernel + 1;
    image =
        new Shape(layer.input().height() + grown, layer.input().width() + grown, layer.filters());
    return graph.node(
        "Conv",
        List.of(below, weights, biases),
        OnnxGraph.integersOf("kernel_shape", kernel, kernel),
        OnnxGraph.integersOf("pads", before, before, after, after));
  }

  private String pooling(String below) {
    image = new Shape(image.height() / 2, image.width() / 2, image.channels());
    return graph.node(
        "MaxPool",
        List.of(below),
        OnnxGraph.integersOf("kernel_shape", 2, 2),
        OnnxGraph.integersOf("strides", 2, 2));
  }

  private String function(String below, ActivationFunction function) {
    return switch (function) {
      case RELU -> graph.node("Relu", List.of(below));
      case TANH -> graph.node("Tanh", List.of(below));
      case SOFTMAX -> graph.node("Softmax", List.of(row(below)), OnnxGraph.integerOf("axis", 1));
    };
  }

  /** Makes rows of images. */
  private String row(String below) {
    if (image == null) {
      return below;
    }
    int features = image.features();
    image = null;
    String last = graph.node("Transpose", List.of(below), OnnxGraph.integersOf("perm", 0, 2, 3, 1));
    return graph.node("Reshape", List.of(last, graph.integers(-1, features)));
  }

  /** Makes images of rows. */
  private String image(String below, Shape shape) {
    if (image != null) {
      if (!image.equals(shape)) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "images of %s come to a layer for %s", image, shape));
      }
      return below;
    }
    image = shape;
    String sizes = graph.integers(-1, shape.height(), shape.width(), shape.channels());
    String last = graph.node("Reshape", List.of(below, sizes));
    return graph.node("Transpose", List.of(last), OnnxGraph.integersOf("perm", 0, 3, 1, 2));
  }

  /** Turns pixels × channels × filters into filters × channels × pixels. */
  private static float[] filtersFirst(float[] weights, int pixels, int channels, int filters) {
    float[] turned = new float[weights.length];
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int channel = 0; channel < channels; channel++) {
        for (int filter = 0; filter < filters; filter++) {
          turned[(filter * channels + channel) * pixels + pixel] =
              weights[(pixel * channels + channel) * filters + filter];
        }
      }
    }
    return turned;
  }
}
