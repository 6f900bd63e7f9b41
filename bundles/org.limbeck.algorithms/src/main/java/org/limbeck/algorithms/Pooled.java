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

/**
 * Every device learns from the private rows of all, and sends nothing: how good it would be if
 * devices gave away their data.
 */
@AlgorithmPlugin(name = "pooled")
@Designate(ocd = Pooled.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Pooled implements Algorithm {

  @ObjectClassDefinition(
      name = "Pooled",
      description = "Every device learns from the private rows of all and sends nothing.")
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
  public Pooled(Config config) {
    this(StepSize.of(config.stepSize(), config.schedule(), config.decay()));
  }

  /** Makes the algorithm. */
  public Pooled(StepSize stepSize) {
    this.stepSize = stepSize;
  }

  @Override
  public Participant join(Device device) {
    return new LocalLearner(device, stepSize);
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }

  @Override
  public boolean poolsData() {
    return true;
  }
}
