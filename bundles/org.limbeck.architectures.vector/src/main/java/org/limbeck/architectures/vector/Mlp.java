package org.limbeck.architectures.vector;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
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

/** A multi-layer perceptron: dense layers with an activation between them, and a softmax. */
@ArchitecturePlugin(name = "mlp")
@Designate(ocd = Mlp.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Mlp implements Architecture {

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
  }

  private final int[] hidden;
  private final Activation activation;

  @Activate
  public Mlp(Config config) {
    this(config.hidden(), Activation.named(config.activation()));
  }

  /** Makes the architecture with these numbers of hidden units. */
  public Mlp(int[] hidden, Activation activation) {
    if (IntStream.of(hidden).anyMatch(units -> units < 1)) {
      throw new IllegalArgumentException(
          "a hidden layer has 1 unit or more, not as in " + Arrays.toString(hidden));
    }
    this.hidden = hidden.clone();
    this.activation = activation;
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    int[] sizes =
        IntStream.concat(
                IntStream.concat(IntStream.of(input.features()), IntStream.of(hidden)),
                IntStream.of(classes))
            .toArray();
    return new DenseNetwork(sizes, activation, random);
  }
}
