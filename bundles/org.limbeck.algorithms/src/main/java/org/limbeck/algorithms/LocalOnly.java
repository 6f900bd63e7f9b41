package org.limbeck.algorithms;

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
import org.osgi.service.metatype.annotations.Option;

/** Devices learn from their private rows alone and send nothing: what collaboration must beat. */
@AlgorithmPlugin(name = "local-only")
@Designate(ocd = LocalOnly.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LocalOnly implements Algorithm {

  @ObjectClassDefinition(
      name = "Local only",
      description = "Devices learn from their private rows alone and send nothing.")
  @interface Config {
    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.4f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  private final StepSize stepSize;

  @Activate
  public LocalOnly(Config config) {
    this(StepSize.of(config.stepSize(), config.schedule(), config.decay()));
  }

  /** Makes the algorithm. */
  public LocalOnly(StepSize stepSize) {
    this.stepSize = stepSize;
  }

  @Override
  public boolean isAsynchronous() {
    return true;
  }

  @Override
  public Participant join(Device device) {
    return new LocalLearner(device, stepSize);
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }
}
