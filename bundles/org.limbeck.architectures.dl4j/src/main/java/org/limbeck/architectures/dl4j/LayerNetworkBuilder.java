package org.limbeck.architectures.dl4j;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Model;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;

/**
 * Puts networks together layer by layer. Images stay channel-last, as they come. Max pooling
 * commutes with an activation that rises, so the activation stands behind it, where there is less
 * to do.
 */
final class LayerNetworkBuilder {
  private final Shape input;
  private final ListBuilder list;
  private boolean convolutional;
  private int classes;

  LayerNetworkBuilder(Shape input) {
    this.input = input;
    this.list =
        new NeuralNetConfiguration.Builder()
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .list();
  }

  /**
   * Adds a convolution.
   *
   * @param padded whether zeros around its input make its output as large
   */
  LayerNetworkBuilder convolution(int filters, int kernel, boolean padded) {
    convolutional = true;
    list.layer(new NativeConvolutionConfiguration(filters, kernel, padded));
    return this;
  }

  LayerNetworkBuilder maxPooling() {
    list.layer(
        new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
            .kernelSize(2, 2)
            .stride(2, 2)
            .convolutionMode(ConvolutionMode.Truncate)
            .dataFormat(CNN2DFormat.NHWC)
            .build());
    return this;
  }

  LayerNetworkBuilder nonlinearity(String name) {
    list.layer(new ActivationLayer(activation(name)));
    return this;
  }

  LayerNetworkBuilder dense(int units, String activation) {
    return dense(units, activation(activation));
  }

  /** Ends the network with a dense layer that gives the logits. */
  LayerNetworkBuilder logits(int classes) {
    this.classes = classes;
    return dense(classes, new ActivationIdentity());
  }

  /** Makes a model with weights drawn from {@code random}. */
  Model model(RandomGenerator random) {
    list.setInputType(
        convolutional
            ? InputType.convolutional(
                input.height(), input.width(), input.channels(), CNN2DFormat.NHWC)
            : InputType.feedForward(input.features()));
    LayerNetwork network = new LayerNetwork(list.build());
    network.initialize(random);
    return new Dl4jNetworkModel(
        network, classes, convolutional ? RowLayout.channelsLast(input) : RowLayout.flat(input));
  }

  private LayerNetworkBuilder dense(int units, IActivation activation) {
    list.layer(new DenseLayer.Builder().nOut(units).activation(activation).build());
    return this;
  }

  private static IActivation activation(String name) {
    return new JavaActivation(Nonlinearity.valueOf(name.toUpperCase(Locale.ROOT)));
  }
}
