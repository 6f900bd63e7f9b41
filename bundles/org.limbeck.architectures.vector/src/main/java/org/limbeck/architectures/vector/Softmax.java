package org.limbeck.architectures.vector;

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

/** Softmax (multinomial logistic) regression: one dense layer from the inputs to the classes. */
@ArchitecturePlugin(name = "softmax")
@Designate(ocd = Softmax.Config.class, factory = true)
@Component(service = Architecture.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Softmax extends VectorArchitecture {

  @ObjectClassDefinition(
      name = "Softmax regression",
      description = "One dense layer from the inputs to the classes, in pure Java.")
  @interface Config {
    @AttributeDefinition(description = TrainingOptions.MOMENTUM, min = "0", max = "0.999")
    float momentum() default 0;

    @AttributeDefinition(description = TrainingOptions.WEIGHT_DECAY, min = "0", max = "1")
    float weightDecay() default 0;
  }

  @Activate
  public Softmax(Config config, @Reference Backend backend) {
    this(new TrainingOptions(config.momentum(), config.weightDecay(), 0), backend);
  }

  Softmax(TrainingOptions learning, Backend backend) {
    super(backend, learning);
  }

  /** Makes the architecture, with the fastest kernels. */
  public Softmax() {
    this(TrainingOptions.PLAIN, Backend.fastest());
  }

  @Override
  LayeredNetwork network(Shape input, int classes, Kernels kernels) {
    return LayeredNetwork.dense(kernels, Activation.TANH, new int[] {input.features(), classes});
  }
}
