package org.example.codistillation;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.AlgorithmPlugin;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Codistillation: after some rounds on its own, each device aims at the mean of what its neighbours
 * say at present. Unlike distributed distillation it hears of its neighbours alone, not of all
 * devices. R. Anil et al., <i>Large Scale Distributed Neural Network Training through Online
 * Distillation</i>, ICLR 2018, algorithm 1.
 */
@AlgorithmPlugin(name = "codistillation")
@Designate(ocd = Codistillation.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Codistillation implements Algorithm {

  @ObjectClassDefinition(
      name = "Codistillation",
      description = "Devices aim at what their neighbours say at present.")
  @interface Config {
    @AttributeDefinition(
        description = "Rounds alone before the first exchange, 0 or more",
        min = "0")
    int burnIn() default 50;

    @AttributeDefinition(
        description = "The weight of the distillation loss beside the local loss, 0 or more",
        min = "0")
    float regularization() default 1;

    @AttributeDefinition(description = "Reference rows per round, 1 or more", min = "1")
    int referenceBatch() default 64;

    @AttributeDefinition(description = "The step size, 0.000001 or more", min = "0.000001")
    float stepSize() default 0.2f;
  }

  final int burnIn;
  final float regularization;
  final int referenceBatch;
  final float stepSize;

  @Activate
  public Codistillation(Config config) {
    this(config.burnIn(), config.regularization(), config.referenceBatch(), config.stepSize());
  }

  /** Makes the algorithm; the options are those of {@link Config}. */
  public Codistillation(int burnIn, float regularization, int referenceBatch, float stepSize) {
    if (burnIn < 0 || !(regularization >= 0) || referenceBatch < 1 || !(stepSize > 0)) {
      throw new IllegalArgumentException(
          "burnIn and regularization are 0 or more, referenceBatch is 1 or more, stepSize above 0");
    }
    this.burnIn = burnIn;
    this.regularization = regularization;
    this.referenceBatch = referenceBatch;
    this.stepSize = stepSize;
  }

  @Override
  public Participant join(Device device) {
    return new Codistiller(device, this);
  }
}
