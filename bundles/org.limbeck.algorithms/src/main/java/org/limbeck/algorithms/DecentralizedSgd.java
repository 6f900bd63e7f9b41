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
 * D-PSGD: in every round a device averages its weights with its neighbours' and steps down the
 * gradient at its own. X. Lian and others, <i>Can Decentralized Algorithms Outperform Centralized
 * Algorithms? A Case Study for Decentralized Parallel Stochastic Gradient Descent</i>, NeurIPS
 * 2017, algorithm 1.
 */
@AlgorithmPlugin(name = "d-psgd")
@Designate(ocd = DecentralizedSgd.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DecentralizedSgd extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "D-PSGD",
      description =
          "Devices mix their weights with those of their neighbours, and step from there.")
  @interface Config {
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
  public DecentralizedSgd(Config config) {
    this(
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm. */
  public DecentralizedSgd(SgdOptions options) {
    super(new SgdAlgorithm(options, GossipAveraging::new));
  }
}
