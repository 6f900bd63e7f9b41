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
 * Selective-FD: FedMD whose devices speak of those reference rows only that are like their private
 * rows, and whose server passes on what is not ambiguous only. J. Shao, F. Wu, J. Zhang,
 * <i>Selective Knowledge Sharing for Privacy-Preserving Federated Distillation without a Good
 * Teacher</i>, Nature Communications 15, 349, 2024; a step here distils and learns from private
 * rows at once.
 */
@AlgorithmPlugin(name = "selective-fd")
@Designate(ocd = SelectiveFd.Config.class, factory = true)
@Component(service = Algorithm.class, configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class SelectiveFd extends ForwardingAlgorithm {

  @ObjectClassDefinition(
      name = "Selective-FD",
      description =
          "Devices speak of reference rows like their own, and train towards means that are clear.")
  @interface Config {
    @AttributeDefinition(
        description =
            "The share of a device's own rows that would not pass its density filter, 0 to 1: the"
                + " more, the fewer reference rows it speaks of",
        min = "0",
        max = "1")
    float densityQuantile() default 0.25f;

    @AttributeDefinition(
        description =
            "The width of the density filter's kernel in median distances between private rows,"
                + " above 0",
        min = "0.001")
    float kernelWidth() default 0.5f;

    @AttributeDefinition(
        description =
            "The most L1 distance of a mean from the decision for its likeliest class, 0 to 2;"
                + " others are no target; 2: all are",
        min = "0",
        max = "2")
    float ambiguity() default 1;

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
  public SelectiveFd(Config config) {
    this(
        new DensityFilter(config.densityQuantile(), config.kernelWidth()),
        config.ambiguity(),
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
   * @param densityQuantile the share of a device's own rows that would not pass its filter, 0 to 1
   * @param kernelWidth σ of its kernel, in median distances between private rows; above 0
   * @param ambiguity τ, the most L1 distance of a target from the decision for its likeliest class,
   *     0 to 2
   * @throws IllegalArgumentException if a number is out of range
   */
  public SelectiveFd(
      float densityQuantile, float kernelWidth, float ambiguity, ConsensusOptions options) {
    this(new DensityFilter(densityQuantile, kernelWidth), ambiguity, options);
  }

  private SelectiveFd(DensityFilter filter, float ambiguity, ConsensusOptions options) {
    super(
        new ConsensusAlgorithm(
            options, device -> new KnowledgeSelection(device, filter, ambiguity)));
    if (!(ambiguity >= 0 && ambiguity <= 2)) {
      throw new IllegalArgumentException("ambiguity is 0 to 2, not " + ambiguity);
    }
  }

  /** The density filter sees private rows beside the training steps. */
  @Override
  public boolean trainsPrivately() {
    return false;
  }
}
