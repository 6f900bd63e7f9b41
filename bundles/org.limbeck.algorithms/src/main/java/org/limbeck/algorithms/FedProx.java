package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.AlgorithmPlugin;
import org.limbeck.api.algorithm.ForwardingAlgorithm;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/**
 * FedProx: federated averaging of devices that minimise their loss plus μ/2 ‖w − w_global‖². T. Li
 * and others, <i>Federated Optimization in Heterogeneous Networks</i>, MLSys 2020, algorithm 2.
 */
@AlgorithmPlugin(name = "fedprox")
@Designate(ocd = FedProx.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FedProx extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "FedProx",
      description = "FedAvg whose devices stay near the weights that the server sent last.")
  @interface Config {
    @AttributeDefinition(
        description =
            "Mu, the weight of half the squared distance from the global weights, 0 or more",
        min = "0")
    float mu() default 0.01f;

    @AttributeDefinition(
        description = OptionTexts.FRACTION,
        min = OptionTexts.LEAST_FRACTION,
        max = "1")
    float fraction() default 1;

    @AttributeDefinition(description = OptionTexts.EXCHANGE_EVERY, min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.4f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  @Activate
  public FedProx(Config config) {
    this(
        config.mu(),
        config.fraction(),
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /**
   * Makes the algorithm with all devices in every exchange.
   *
   * @param mu μ, at least 0
   * @throws IllegalArgumentException if {@code mu} is out of range
   */
  public FedProx(float mu, SgdOptions options) {
    this(mu, 1, options);
  }

  /**
   * Makes the algorithm.
   *
   * @param mu μ, at least 0
   * @param fraction C, above 0 and at most 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public FedProx(float mu, float fraction, SgdOptions options) {
    this(mu, new Participation(fraction), options);
  }

  private FedProx(float mu, Participation participation, SgdOptions options) {
    super(
        new SgdAlgorithm(
            options,
            (device, same) ->
                new ProximalAveraging(device, same, new WeightRows(device), participation, mu)));
    if (!(mu >= 0)) {
      throw new IllegalArgumentException("mu is 0 or more, not " + mu);
    }
  }
}
