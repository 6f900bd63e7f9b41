package org.limbeck.architectures.vector;

import java.util.random.RandomGenerator;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.api.architecture.ArchitecturePlugin;
import org.limbeck.api.architecture.Model;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Softmax (multinomial logistic) regression: one dense layer from the inputs to the classes. */
@ArchitecturePlugin(name = "softmax")
@Designate(ocd = Softmax.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Softmax implements Architecture {

  @ObjectClassDefinition(
      name = "Softmax regression",
      description = "One dense layer from the inputs to the classes, in pure Java.")
  @interface Config {
    @AttributeDefinition(
        description = "How much of the last step the next repeats, 0 to 0.999",
        min = "0",
        max = "0.999")
    float momentum() default 0;

    @AttributeDefinition(
        description = "How strongly a step pulls weights to 0: times the step size, 0 to 1",
        min = "0",
        max = "1")
    float weightDecay() default 0;
  }

  private final Networks networks;

  @Activate
  public Softmax(Config config, @Reference Backend backend) {
    this(new Learning(config.momentum(), config.weightDecay(), 0), backend);
  }

  Softmax(Learning learning, Backend backend) {
    this.networks =
        new Networks(
            backend,
            learning,
            (input, classes) ->
                Network.dense(
                    backend.kernels(), Activation.TANH, new int[] {input.features(), classes}));
  }

  /** Makes the architecture, with the fastest kernels. */
  public Softmax() {
    this(Learning.PLAIN, Backend.fastest());
  }

  @Override
  public Model create(Shape input, int classes, RandomGenerator random) {
    return networks.model(input, classes, random);
  }
}
