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
 * D-PSGD: in every round a device averages its weights with its neighbours' and steps down the
 * gradient at its own. X. Lian and others, <i>Can Decentralized Algorithms Outperform Centralized
 * Algorithms? A Case Study for Decentralized Parallel Stochastic Gradient Descent</i>, NeurIPS
 * 2017, algorithm 1.
 */
@AlgorithmPlugin(name = "d-psgd")
@Designate(ocd = DecentralizedSgd.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DecentralizedSgd implements Algorithm {

  @ObjectClassDefinition(
      name = "D-PSGD",
      description =
          "Devices mix their weights with those of their neighbours, and step from there.")
  @interface Config {
    @AttributeDefinition(description = "Rounds from one exchange to the next, 1 or more", min = "1")
    int exchangeEvery() default 1;

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

  private final ExchangeInterval interval;
  private final StepSize stepSize;

  @Activate
  public DecentralizedSgd(Config config) {
    this(
        config.exchangeEvery(),
        new StepSize(
            config.stepSize(), config.decay(), StepSize.Schedule.named(config.schedule())));
  }

  /**
   * Makes the algorithm.
   *
   * @param exchangeEvery rounds from one exchange to the next, at least 1
   * @param stepSize η
   * @throws IllegalArgumentException if a number is out of range
   */
  public DecentralizedSgd(int exchangeEvery, StepSize stepSize) {
    this.interval = new ExchangeInterval(exchangeEvery);
    this.stepSize = stepSize;
  }

  @Override
  public Participant join(Device device) {
    return new GossipLearner(device, stepSize, interval);
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }

  @Override
  public boolean exchangesWeights() {
    return true;
  }
}
