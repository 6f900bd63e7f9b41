package org.limbeck.architectures.dl4j;

import java.util.Locale;
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

/** A multi-layer perceptron: dense layers with an activation between them, and a softmax. */
@ArchitecturePlugin(name = "dl4j-mlp")
@Designate(ocd = Dl4jMlp.Config.class, factory = true)
@Component(
    name = "org.limbeck.architectures.dl4j.Mlp",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Dl4jMlp implements Architecture {

  @ObjectClassDefinition(
      name = "Multi-layer perceptron on DL4J",
      description = "Dense layers with an activation between them, on DeepLearning4J.")
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
  private final Nonlinearity nonlinearity;

  @Activate
  public Dl4jMlp(Config config) {
    this(config.hidden(), config.activation());
  }

  /** Makes the architecture with these numbers of hidden units. */
  Dl4jMlp(int[] hidden, String activation) {
    this.hidden = hidden.clone();
    this.nonlinearity = Nonlinearity.valueOf(activation.toUpperCase(Locale.ROOT));
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    NativeCode.require();
    int[] sizes = new int[hidden.length + 2];
    sizes[0] = input.features();
    System.arraycopy(hidden, 0, sizes, 1, hidden.length);
    sizes[sizes.length - 1] = classes;
    return new Dl4jNetworkModel(
        new DenseNetwork(sizes, nonlinearity, random), classes, RowLayout.flat(input));
  }
}
