package org.limbeck.architectures.dl4j;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * A small convolutional network: convolutions, each followed by 2 × 2 max pooling and an
 * activation, then one hidden dense layer and a softmax.
 */
@ArchitecturePlugin(name = "dl4j-cnn")
@Designate(ocd = Dl4jCnn.Config.class, factory = true)
@Component(
    name = "org.limbeck.architectures.dl4j.Cnn",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Dl4jCnn implements Architecture {

  @ObjectClassDefinition(
      name = "Convolutional network on DL4J",
      description =
          "Convolutions, each with 2x2 max pooling and an activation, then a hidden dense layer, "
              + "on DeepLearning4J.")
  @interface Config {
    @AttributeDefinition(
        description = "The number of filters of each convolution, 1 to 1024",
        min = "1",
        max = "1024",
        cardinality = Integer.MAX_VALUE)
    int[] filters() default {8, 16};

    @AttributeDefinition(
        description = "The height and width of the filters in pixels, 1 to 15",
        min = "1",
        max = "15")
    int kernel() default 3;

    @AttributeDefinition(
        description =
            "What the edges of the image meet: same, zeros that keep its size; valid, nothing, so "
                + "that each convolution takes kernel - 1 pixels off",
        options = {@Option("same"), @Option("valid")})
    String padding() default "same";

    @AttributeDefinition(
        description = "The number of units of the hidden dense layer, 1 to 65536",
        min = "1",
        max = "65536")
    int dense() default 32;

    @AttributeDefinition(
        description = "What follows each pooling and the hidden dense layer",
        options = {@Option("tanh"), @Option("relu")})
    String activation() default "tanh";
  }

  private final int[] filters;
  private final int kernel;
  private final boolean padded;
  private final int dense;
  private final String activation;

  @Activate
  public Dl4jCnn(Config config) {
    this(
        config.filters(),
        config.kernel(),
        config.padding().equals("same"),
        config.dense(),
        config.activation());
  }

  /** Makes the architecture with a convolution for each number of filters. */
  Dl4jCnn(int[] filters, int kernel, boolean padded, int dense, String activation) {
    this.filters = filters.clone();
    this.kernel = kernel;
    this.padded = padded;
    this.dense = dense;
    this.activation = activation;
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    int smallest = smallest();
    if (Math.min(input.height(), input.width()) < smallest) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "dl4j-cnn convolves and halves the image %d times and needs %dx%d pixels or more, "
                  + "not %s",
              filters.length,
              smallest,
              smallest,
              input));
    }
    NativeCode.require();
    LayerNetwork network = new LayerNetwork(layers(input, classes));
    network.initialize(random);
    return new Dl4jNetworkModel(
        network, classes, convolves() ? RowLayout.channelsLast(input) : RowLayout.flat(input));
  }

  private boolean convolves() {
    return filters.length > 0;
  }

  /**
   * Images stay channel-last, as they come. Max pooling commutes with an activation that rises, so
   * the activation stands behind it, where there is less to do.
   */
  private MultiLayerConfiguration layers(Shape input, int classes) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .weightInit(WeightInit.ZERO)
            .trainingWorkspaceMode(WorkspaceMode.ENABLED)
            .inferenceWorkspaceMode(WorkspaceMode.ENABLED)
            .list();
    for (int count : filters) {
      layers
          .layer(new NativeConvolutionConfiguration(count, kernel, padded))
          .layer(
              new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                  .kernelSize(2, 2)
                  .stride(2, 2)
                  .convolutionMode(ConvolutionMode.Truncate)
                  .dataFormat(CNN2DFormat.NHWC)
                  .build())
          .layer(new ActivationLayer(nonlinearity()));
    }
    return layers
        .layer(new DenseLayer.Builder().nOut(dense).activation(nonlinearity()).build())
        .layer(new DenseLayer.Builder().nOut(classes).activation(new ActivationIdentity()).build())
        .setInputType(
            convolves()
                ? InputType.convolutional(
                    input.height(), input.width(), input.channels(), CNN2DFormat.NHWC)
                : InputType.feedForward(input.features()))
        .build();
  }

  private IActivation nonlinearity() {
    return new JavaActivation(Nonlinearity.valueOf(activation.toUpperCase(Locale.ROOT)));
  }

  /** Returns the smallest height and width of which a pixel is left. */
  private int smallest() {
    long side = 1;
    for (int i = 0; i < filters.length && side <= Integer.MAX_VALUE; i++) {
      side = 2 * side + (padded ? 0 : kernel - 1);
    }
    return (int) Math.min(side, Integer.MAX_VALUE);
  }
}
