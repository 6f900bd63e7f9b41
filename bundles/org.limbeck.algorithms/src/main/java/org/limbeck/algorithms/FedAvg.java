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
 * Federated averaging, with all devices or a share C of them in every exchange. H. B. McMahan and
 * others, <i>Communication-Efficient Learning of Deep Networks from Decentralized Data</i>, AISTATS
 * 2017, algorithm 1.
 */
@AlgorithmPlugin(name = "fedavg")
@Designate(ocd = FedAvg.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FedAvg extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "FedAvg",
      description = "Devices train, and take over the mean of all weights from a server.")
  @interface Config {
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
  public FedAvg(Config config) {
    this(
        config.fraction(),
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm with all devices in every exchange. */
  public FedAvg(SgdOptions options) {
    this(1, options);
  }

  /**
   * Makes the algorithm.
   *
   * @param fraction C, above 0 and at most 1
   * @throws IllegalArgumentException if {@code fraction} is out of range
   */
  public FedAvg(float fraction, SgdOptions options) {
    this(new Participation(fraction), options);
  }

  private FedAvg(Participation participation, SgdOptions options) {
    super(
        new SgdAlgorithm(
            options,
            (device, same) ->
                new FederatedAveraging(device, same, new WeightRows(device), participation)));
  }
}
