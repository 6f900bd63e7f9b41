package org.limbeck.architectures.vector;

import java.util.Arrays;
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

/** A multi-layer perceptron: dense layers with an activation between them, and a softmax. */
@ArchitecturePlugin(name = "mlp")
@Designate(ocd = Mlp.Config.class, factory = true)
@Component(service = Architecture.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Mlp extends VectorArchitecture {

  @ObjectClassDefinition(
      name = "Multi-layer perceptron",
      description = "Dense layers with an activation between them, in pure Java.")
  @interface Config {
    @AttributeDefinition(
        description = "The number of units of each hidden layer, 1 to 65536",
        min = "1",
        max = "65536",
        cardinality = Integer.MAX_VALUE)
    int[] hidden() default {64};

    @AttributeDefinition(
        description = "What follows each hidden layer",
        options = {@Option("tanh"), @Option("relu")})
    String activation() default "tanh";

    @AttributeDefinition(description = TrainingOptions.DROPOUT, min = "0", max = "0.9")
    float dropout() default 0;

    @AttributeDefinition(description = TrainingOptions.MOMENTUM, min = "0", max = "0.999")
    float momentum() default 0;

    @AttributeDefinition(description = TrainingOptions.WEIGHT_DECAY, min = "0", max = "1")
    float weightDecay() default 0;
  }

  private final int[] hidden;
  private final Activation activation;

  @Activate
  public Mlp(Config config, @Reference Backend backend) {
    this(
        config.hidden(),
        Activation.named(config.activation()),
        new TrainingOptions(config.momentum(), config.weightDecay(), config.dropout()),
        backend);
  }

  /** Makes the architecture with these numbers of hidden units, with the fastest kernels. */
  public Mlp(int[] hidden, Activation activation) {
    this(hidden, activation, TrainingOptions.PLAIN, Backend.fastest());
  }

  Mlp(int[] hidden, Activation activation, TrainingOptions learning, Backend backend) {
    super(backend, learning);
    if (IntStream.of(hidden).anyMatch(units -> units < 1)) {
      throw new IllegalArgumentException(
          "a hidden layer has 1 unit or more, not as in " + Arrays.toString(hidden));
    }
    this.hidden = hidden.clone();
    this.activation = activation;
  }

  @Override
  LayeredNetwork network(Shape input, int classes, Kernels kernels) {
    int[] sizes = new int[hidden.length + 2];
    sizes[0] = input.features();
    System.arraycopy(hidden, 0, sizes, 1, hidden.length);
    sizes[hidden.length + 1] = classes;
    return LayeredNetwork.dense(kernels, activation, sizes);
  }
}
