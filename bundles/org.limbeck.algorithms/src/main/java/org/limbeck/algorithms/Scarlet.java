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
 * SCARLET: FedMD that does not ask again for rows whose targets are still in a cache, and sharpens
 * the mean by a power. K. Azuma, T. Nishio, Y. Kitagawa, W. Nakano, T. Tanimura, <i>Soft-Label
 * Caching and Sharpening for Communication-Efficient Federated Distillation</i>, 2025 (arXiv
 * 2504.19602); a step here distils and learns from private rows at once, and the server trains no
 * model of its own.
 */
@AlgorithmPlugin(name = "scarlet")
@Designate(ocd = Scarlet.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Scarlet extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "SCARLET",
      description =
          "Devices train towards sharpened mean soft decisions, and keep them for some exchanges.")
  @interface Config {
    @AttributeDefinition(
        description = "Beta, the power that sharpens the mean: above 0; 1 leaves it as it is",
        min = "0.001")
    float exponent() default 1.5f;

    @AttributeDefinition(
        description =
            "D, exchanges for which the target of a row is used, its own among them; 0 and 1: no"
                + " cache",
        min = "0")
    int cacheDuration() default 20;

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
  public Scarlet(Config config) {
    this(
        config.exponent(),
        config.cacheDuration(),
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
   * @param exponent β, above 0
   * @param cacheDuration D, at least 0
   * @throws IllegalArgumentException if a number is out of range
   */
  public Scarlet(float exponent, int cacheDuration, ConsensusOptions options) {
    super(
        new ConsensusAlgorithm(
            options,
            device ->
                new SoftLabelCache(
                    device,
                    options,
                    new PowerSharpening(exponent, device.classes()),
                    cacheDuration)));
    if (!(exponent > 0) || cacheDuration < 0) {
      throw new IllegalArgumentException(
          "exponent is above 0 and cacheDuration 0 or more, not "
              + exponent
              + " and "
              + cacheDuration);
    }
  }
}
