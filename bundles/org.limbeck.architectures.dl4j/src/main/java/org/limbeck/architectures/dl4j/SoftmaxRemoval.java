package org.limbeck.architectures.dl4j;

import java.util.List;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/**
 * Takes the softmax off the end of a network, so that it gives logits: the losses are Limbeck's.
 */
final class SoftmaxRemoval {
  private static final String NEEDED =
      "; a device needs one OutputLayer, DenseLayer, LossLayer or ActivationLayer with softmax at "
          + "the end";

  private final ComputationGraphConfiguration graph;

  private SoftmaxRemoval(ComputationGraphConfiguration graph) {
    this.graph = graph;
  }

  /**
   * Changes a configuration so that its output are logits.
   *
   * @throws IllegalArgumentException if it does not end in one softmax; the message says in what
   */
  static void cutSoftmax(ComputationGraphConfiguration graph) {
    if (graph.getNetworkOutputs().size() != 1) {
      throw new IllegalArgumentException(
          "has "
              + graph.getNetworkOutputs().size()
              + " outputs; a device needs a network with one");
    }
    new SoftmaxRemoval(graph).cut(graph.getNetworkOutputs().get(0), 0);
  }

  /**
   * Cuts the softmax at a vertex or, if that does nothing, before it.
   *
   * @param readers how many vertices may read the output of this one
   */
  private void cut(String name, int readers) {
    if (!(graph.getVertices().get(name) instanceof LayerVertex vertex)) {
      throw new IllegalArgumentException("ends in '" + name + "', which is no layer" + NEEDED);
    }
    NeuralNetConfiguration configuration = vertex.getLayerConf();
    Layer layer = configuration.getLayer();
    if (readers(name) != readers) {
      throw new IllegalArgumentException("uses its output '" + name + "' twice" + NEEDED);
    }
    IActivation activation = activation(layer);
    if (activation instanceof ActivationIdentity && !(layer instanceof DenseLayer)) {
      List<String> inputs = graph.getVertexInputs().get(name);
      if (layer instanceof OutputLayer || !graph.getVertices().containsKey(inputs.get(0))) {
        throw new IllegalArgumentException("ends without a softmax" + NEEDED);
      }
      configuration.setLayer(named(new ActivationLayer(new ActivationIdentity()), layer));
      cut(inputs.get(0), 1);
    } else if (activation instanceof ActivationSoftmax) {
      configuration.setLayer(logits(layer));
    } else {
      throw new IllegalArgumentException(
          "ends in a "
              + layer.getClass().getSimpleName()
              + (activation == null ? "" : " with " + activation)
              + NEEDED);
    }
  }

  private long readers(String name) {
    return graph.getVertexInputs().values().stream()
        .filter(inputs -> inputs.contains(name))
        .count();
  }

  /** Returns the activation of a layer that may end a network; null for others. */
  private static IActivation activation(Layer layer) {
    Class<?> type = layer.getClass();
    if (type == OutputLayer.class) {
      return ((OutputLayer) layer).getActivationFn();
    }
    if (type == DenseLayer.class) {
      return ((DenseLayer) layer).getActivationFn();
    }
    if (type == LossLayer.class) {
      return ((LossLayer) layer).getActivationFn();
    }
    return type == ActivationLayer.class ? ((ActivationLayer) layer).getActivationFn() : null;
  }

  private static Layer logits(Layer layer) {
    if (layer instanceof OutputLayer output) {
      return dense(output);
    }
    if (layer instanceof DenseLayer dense) {
      dense.setActivationFn(new ActivationIdentity());
      return dense;
    }
    return named(new ActivationLayer(new ActivationIdentity()), layer);
  }

  /** Returns a layer with the parameters of {@code output}, in the same order, without a loss. */
  private static DenseLayer dense(OutputLayer output) {
    DenseLayer dense =
        new DenseLayer.Builder()
            .nIn(output.getNIn())
            .nOut(output.getNOut())
            .hasBias(output.hasBias())
            .activation(new ActivationIdentity())
            .build();
    dense.setWeightInitFn(output.getWeightInitFn());
    dense.setBiasInit(output.getBiasInit());
    dense.setGainInit(output.getGainInit());
    dense.setIUpdater(output.getIUpdater());
    dense.setWeightNoise(output.getWeightNoise());
    dense.setIDropout(output.getIDropout());
    return named(dense, output);
  }

  private static <T extends Layer> T named(T layer, Layer like) {
    layer.setLayerName(like.getLayerName());
    return layer;
  }
}
