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
    @AttributeDefinition(
        description = "The step size of the first round, 0.000001 or more",
        min = "0.000001")
    float stepSize() default 0.4f;

    @AttributeDefinition(
        description = "How the step size falls with the round t",
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(
        description = "How fast it falls: by 1 + decay t, or the root of that; 0 or more",
        min = "0")
    float decay() default 0.001f;
  }

  private final StepSize stepSize;

  @Activate
  public Pooled(Config config) {
    this(
        new StepSize(
            config.stepSize(), config.decay(), StepSize.Schedule.named(config.schedule())));
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
