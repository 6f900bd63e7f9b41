package org.limbeck.architectures.dl4j;

import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * A small convolutional network: convolutions that keep the size of the image, each followed by 2 ×
 * 2 max pooling and an activation, then one hidden dense layer and a softmax.
 */
@ArchitecturePlugin(name = "dl4j-cnn")
@Designate(ocd = Cnn.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Cnn implements Architecture {

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
  private final int dense;
  private final String activation;

  @Activate
  public Cnn(Config config) {
    this(config.filters(), config.kernel(), config.dense(), config.activation());
  }

  /** Makes the architecture with a convolution for each number of filters. */
  Cnn(int[] filters, int kernel, int dense, String activation) {
    this.filters = filters.clone();
    this.kernel = kernel;
    this.dense = dense;
    this.activation = activation;
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    int smallest = 1 << Math.min(filters.length, 30);
    if (Math.min(input.height(), input.width()) < smallest) {
      throw new IllegalArgumentException(
          String.format(
              "dl4j-cnn halves the image %d times and needs %dx%d pixels or more, not %s",
              filters.length, smallest, smallest, input));
    }
    NativeCode.require();
    Layers layers = new Layers(input);
    for (int count : filters) {
      layers.convolution(count, kernel).maxPooling().activation(activation);
    }
    return layers.dense(dense, activation).logits(classes).model(random);
  }
}
