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
 * FedProx: federated averaging of devices that minimise their loss plus μ/2 ‖w − w_global‖². T. Li
 * and others, <i>Federated Optimization in Heterogeneous Networks</i>, MLSys 2020, algorithm 2,
 * with all devices in every exchange.
 */
@AlgorithmPlugin(name = "fedprox")
@Designate(ocd = FedProx.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FedProx implements Algorithm {

  @ObjectClassDefinition(
      name = "FedProx",
      description = "FedAvg whose devices stay near the weights that the server sent last.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Mu, the weight of half the squared distance from the global weights, 0 or more",
        min = "0")
    float mu() default 0.01f;

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

  private final float mu;
  private final ExchangeInterval interval;
  private final StepSize stepSize;

  @Activate
  public FedProx(Config config) {
    this(
        config.mu(),
        config.exchangeEvery(),
        new StepSize(
            config.stepSize(), config.decay(), StepSize.Schedule.named(config.schedule())));
  }

  /**
   * Makes the algorithm.
   *
   * @param mu μ, at least 0
   * @param exchangeEvery rounds from one exchange to the next, at least 1
   * @param stepSize η
   * @throws IllegalArgumentException if a number is out of range
   */
  public FedProx(float mu, int exchangeEvery, StepSize stepSize) {
    if (!(mu >= 0)) {
      throw new IllegalArgumentException("mu is 0 or more, not " + mu);
    }
    this.mu = mu;
    this.interval = new ExchangeInterval(exchangeEvery);
    this.stepSize = stepSize;
  }

  @Override
  public Participant join(Device device) {
    WeightRows weights = new WeightRows(device);
    return new FederatedLearner(device, stepSize, interval, weights, new ProximalTerm(mu, weights));
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
