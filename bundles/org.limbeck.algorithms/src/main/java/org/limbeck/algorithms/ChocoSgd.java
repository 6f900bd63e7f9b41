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
 * CHOCO-SGD: D-PSGD whose devices exchange compressed differences to public copies of their
 * weights. A. Koloskova, S. U. Stich, M. Jaggi, <i>Decentralized Stochastic Optimization and Gossip
 * Algorithms with Compressed Communication</i>, ICML 2019, algorithm 2.
 */
@AlgorithmPlugin(name = "choco-sgd")
@Designate(ocd = ChocoSgd.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class ChocoSgd extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "CHOCO-SGD",
      description = "D-PSGD that exchanges compressed differences of weights.")
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
  public ChocoSgd(Config config) {
    this(
        new SgdOptions(
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm. */
  public ChocoSgd(SgdOptions options) {
    super(new SgdAlgorithm(options, ChocoGossip::new));
  }
}
