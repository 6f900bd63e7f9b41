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
 * CHOCO-SGD: D-PSGD whose devices exchange compressed differences to public copies of their
 * weights. A. Koloskova, S. U. Stich, M. Jaggi, <i>Decentralized Stochastic Optimization and Gossip
 * Algorithms with Compressed Communication</i>, ICML 2019, algorithm 2.
 */
@AlgorithmPlugin(name = "choco-sgd")
@Designate(ocd = ChocoSgd.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ChocoSgd implements Algorithm {

  @ObjectClassDefinition(
      name = "CHOCO-SGD",
      description = "D-PSGD that exchanges compressed differences of weights.")
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
  public ChocoSgd(Config config) {
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
  public ChocoSgd(int exchangeEvery, StepSize stepSize) {
    this.interval = new ExchangeInterval(exchangeEvery);
    this.stepSize = stepSize;
  }

  @Override
  public Participant join(Device device) {
    return new ChocoLearner(device, stepSize, interval);
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
