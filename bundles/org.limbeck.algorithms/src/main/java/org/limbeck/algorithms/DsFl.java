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
 * DS-FL: FedMD whose mean is sharpened by a softmax of low temperature, which is called entropy
 * reduction aggregation. S. Itahara, T. Nishio, Y. Koda, M. Morikura, K. Yamamoto,
 * <i>Distillation-Based Semi-Supervised Federated Learning for Communication-Efficient
 * Collaborative Training with Non-IID Private Data</i>, IEEE Trans. Mobile Computing 22(1), 2023
 * (online 2021); a step here distils and learns from private rows at once, and the server trains no
 * model of its own.
 */
@AlgorithmPlugin(name = "ds-fl")
@Designate(ocd = DsFl.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DsFl extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "DS-FL",
      description =
          "Devices train towards the mean soft decisions, sharpened by a low temperature.")
  @interface Config {
    @AttributeDefinition(
        description = "T of the softmax that sharpens the mean: above 0, the lower the sharper",
        min = "0.001")
    float temperature() default 0.1f;

    @AttributeDefinition(description = OptionTexts.REGULARIZATION, min = "0")
    float regularization() default 1;

    @AttributeDefinition(
        description = OptionTexts.TARGET_DISTANCE,
        options = {@Option("squared"), @Option("cross-entropy")})
    String loss() default "cross-entropy";

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
  public DsFl(Config config) {
    this(
        config.temperature(),
        ConsensusOptions.of(
            config.regularization(),
            config.loss(),
            config.referenceBatch(),
            config.distillationBatch(),
            config.warmUp(),
            config.exchangeEvery(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /**
   * Makes the algorithm.
   *
   * @param temperature T, above 0
   * @throws IllegalArgumentException if {@code temperature} is out of range
   */
  public DsFl(float temperature, ConsensusOptions options) {
    super(
        new ConsensusAlgorithm(
            options, device -> new EntropyReduction(temperature, device.classes())));
    if (!(temperature > 0)) {
      throw new IllegalArgumentException("temperature is above 0, not " + temperature);
    }
  }
}
