package org.limbeck.architectures.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * A small convolutional network: convolutions, each followed by 2 × 2 max-pooling and an
 * activation, then one hidden dense layer and a softmax.
 */
@ArchitecturePlugin(name = "cnn")
@Designate(ocd = Cnn.Config.class, factory = true)
@Component(service = Architecture.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Cnn extends VectorArchitecture {

  @ObjectClassDefinition(
      name = "Convolutional network",
      description =
          "Convolutions, each with 2x2 max-pooling and an activation, then a hidden dense layer, "
              + "in pure Java.")
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
        description = "same: zeros around the image keep its size; valid: it becomes smaller",
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

    @AttributeDefinition(description = TrainingOptions.DROPOUT, min = "0", max = "0.9")
    float dropout() default 0;

    @AttributeDefinition(description = TrainingOptions.MOMENTUM, min = "0", max = "0.999")
    float momentum() default 0;

    @AttributeDefinition(description = TrainingOptions.WEIGHT_DECAY, min = "0", max = "1")
    float weightDecay() default 0;
  }

  private final int[] filters;
  private final int kernel;
  private final Padding padding;
  private final int dense;
  private final Activation activation;

  @Activate
  public Cnn(Config config, @Reference Backend backend) {
    this(
        config.filters(),
        config.kernel(),
        Padding.named(config.padding()),
        config.dense(),
        Activation.named(config.activation()),
        new TrainingOptions(config.momentum(), config.weightDecay(), config.dropout()),
        backend);
  }

  /**
   * Makes the architecture with a convolution for each number of filters, with the fastest kernels.
   */
  public Cnn(int[] filters, int kernel, Padding padding, int dense, Activation activation) {
    this(filters, kernel, padding, dense, activation, TrainingOptions.PLAIN, Backend.fastest());
  }

  Cnn(
      int[] filters,
      int kernel,
      Padding padding,
      int dense,
      Activation activation,
      TrainingOptions learning,
      Backend backend) {
    super(backend, learning);
    this.filters = filters.clone();
    this.kernel = kernel;
    this.padding = padding;
    this.dense = dense;
    this.activation = activation;
  }

  @Override
  LayeredNetwork network(Shape input, int classes, Kernels kernels) {
    List<Layer> layers = new ArrayList<>();
    Shape shape = input;
    for (int count : filters) {
      requireRoom(shape, input);
      ConvolutionLayer layer =
          new ConvolutionLayer(kernels, layers.size(), shape, padding, kernel, count);
      layers.add(layer);
      shape = layer.output();
    }
    layers.add(new DenseLayer(kernels, shape.features(), dense));
    layers.add(new DenseLayer(kernels, dense, classes));
    return new LayeredNetwork(kernels, layers, activation, signature(input, classes));
  }

  private void requireRoom(Shape shape, Shape input) {
    int least = padding == Padding.SAME ? 2 : kernel + 1;
    if (Math.min(shape.height(), shape.width()) < least) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "cnn convolves and halves the image %d times; what is left of %s before the last is"
                  + " too small for a kernel of %d",
              filters.length,
              input,
              kernel));
    }
  }

  private int[] signature(Shape input, int classes) {
    return IntStream.concat(
            IntStream.of(
                input.height(), input.width(), input.channels(), kernel, padding.pixels(kernel)),
            IntStream.concat(IntStream.of(filters), IntStream.of(dense, classes)))
        .toArray();
  }
}
