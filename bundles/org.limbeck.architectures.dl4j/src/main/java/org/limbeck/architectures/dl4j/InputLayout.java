package org.limbeck.architectures.dl4j;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.Convolution1DLayer;
import org.deeplearning4j.nn.conf.layers.Convolution3D;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.misc.FrozenLayer;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.util.ConvolutionUtils;
import org.limbeck.api.Shape;

/** Finds out from the first layers of a network how it takes its rows. */
final class InputLayout {
  private final ComputationGraphConfiguration graph;
  private final Shape shape;

  private InputLayout(ComputationGraphConfiguration graph, Shape shape) {
    this.graph = graph;
    this.shape = shape;
  }

  /**
   * Returns how the network takes rows of this shape.
   *
   * @throws IllegalArgumentException if it takes other rows; the message says which
   */
  static RowLayout layout(ComputationGraphConfiguration graph, Shape shape) {
    if (graph.getNetworkInputs().size() != 1) {
      throw new IllegalArgumentException(
          "has " + graph.getNetworkInputs().size() + " inputs; a device needs a network with one");
    }
    return new InputLayout(graph, shape).layout(graph.getNetworkInputs().get(0));
  }

  /** Follows the input until a layer says what it takes. */
  private RowLayout layout(String input) {
    Deque<String> open = new ArrayDeque<>(List.of(input));
    while (!open.isEmpty()) {
      String name = open.remove();
      for (var vertex : graph.getVertexInputs().entrySet()) {
        if (vertex.getValue().contains(name)) {
          Optional<RowLayout> layout = layout(graph.getVertices().get(vertex.getKey()));
          if (layout.isPresent()) {
            return layout.get();
          }
          open.add(vertex.getKey());
        }
      }
    }
    return RowLayout.flat(shape);
  }

  private Optional<RowLayout> layout(GraphVertex vertex) {
    if (!(vertex instanceof LayerVertex layer)) {
      return Optional.empty();
    }
    InputPreProcessor before = layer.getPreProcessor();
    if (before instanceof FeedForwardToCnnPreProcessor image) {
      require(
          image.getInputHeight() == shape.height()
              && image.getInputWidth() == shape.width()
              && image.getNumChannels() == shape.channels(),
          image.getInputHeight() + "x" + image.getInputWidth() + "x" + image.getNumChannels());
      return Optional.of(RowLayout.flatChannelsFirst(shape));
    }
    if (before instanceof CnnToFeedForwardPreProcessor flattening) {
      return Optional.of(image(flattening.getFormat()));
    }
    return layout(unwrapped(layer.getLayerConf().getLayer()));
  }

  private Optional<RowLayout> layout(Layer layer) {
    if (layer instanceof BaseRecurrentLayer
        || layer instanceof Convolution1DLayer
        || layer instanceof Convolution3D) {
      throw new IllegalArgumentException(
          "begins with a "
              + layer.getClass().getSimpleName()
              + ", which takes sequences or volumes; a device needs vectors or images");
    }
    if (layer instanceof ConvolutionLayer convolution) {
      long channels = convolution.getNIn();
      require(channels == shape.channels(), "images with " + channels + " channels");
      return Optional.of(image(ConvolutionUtils.getFormatForLayer(layer)));
    }
    if (ConvolutionUtils.layerHasConvolutionLayout(layer)) {
      return Optional.of(image(ConvolutionUtils.getFormatForLayer(layer)));
    }
    if (layer instanceof BatchNormalization normalization) {
      return normalization.getNIn() == shape.features()
          ? Optional.of(RowLayout.flat(shape))
          : Optional.of(image(normalization.getCnn2DFormat()));
    }
    if (layer instanceof FeedForwardLayer dense && dense.getNIn() > 0) {
      require(dense.getNIn() == shape.features(), "rows of " + dense.getNIn());
      return Optional.of(RowLayout.flat(shape));
    }
    return Optional.empty();
  }

  private static Layer unwrapped(Layer layer) {
    return layer instanceof FrozenLayer frozen ? frozen.getLayer() : layer;
  }

  private RowLayout image(CNN2DFormat format) {
    return format == CNN2DFormat.NCHW
        ? RowLayout.channelsFirst(shape)
        : RowLayout.channelsLast(shape);
  }

  private void require(boolean fits, String taken) {
    if (!fits) {
      throw new IllegalArgumentException(
          "takes " + taken + ", but the data's rows are " + shape + " = " + shape.features());
    }
  }
}
