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
 * FedMD: devices send their soft decisions on reference rows to a server, and train on their
 * private rows and towards the mean that it sends back. D. Li, J. Wang, <i>FedMD: Heterogenous
 * Federated Learning via Model Distillation</i>, 2019, algorithm 1; a step here digests and
 * revisits at once.
 */
@AlgorithmPlugin(name = "fedmd")
@Designate(ocd = FedMd.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FedMd extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "FedMD",
      description = "Devices train towards the mean soft decisions that a server sends them.")
  @interface Config {
    @AttributeDefinition(description = OptionTexts.REGULARIZATION, min = "0")
    float regularization() default 3;

    @AttributeDefinition(
        description = "The distance from the mean soft decisions",
        options = {@Option("squared"), @Option("cross-entropy")})
    String loss() default "squared";

    @AttributeDefinition(description = OptionTexts.REFERENCE_BATCH, min = "1")
    int referenceBatch() default 64;

    @AttributeDefinition(description = OptionTexts.CONSENSUS_BATCH, min = "1")
    int distillationBatch() default 64;

    @AttributeDefinition(description = OptionTexts.WARM_UP, min = "0")
    int warmUp() default 0;

    @AttributeDefinition(description = OptionTexts.EXCHANGE_EVERY, min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.1f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  @Activate
  public FedMd(Config config) {
    this(
        ConsensusOptions.of(
            config.regularization(),
            config.loss(),
            config.referenceBatch(),
            config.distillationBatch(),
            config.warmUp(),
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm. */
  public FedMd(ConsensusOptions options) {
    super(new ConsensusAlgorithm(options, device -> (mean, offset) -> true));
  }
}
