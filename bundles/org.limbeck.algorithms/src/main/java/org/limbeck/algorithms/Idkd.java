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
 * IDKD: D-PSGD whose devices once exchange soft decisions with their neighbours on reference rows
 * that are in the distribution of their private rows, and learn from these too from then on. D.
 * Ravikumar, G. Saha, S. A. Aketi, K. Roy, <i>Homogenizing Non-IID Datasets via In-Distribution
 * Knowledge Distillation for Decentralized Learning</i>, TMLR 2024; a step here learns from private
 * rows and from labels at once, instead of from batches of their union.
 */
@AlgorithmPlugin(name = "idkd")
@Designate(ocd = Idkd.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class Idkd implements Algorithm {

  @ObjectClassDefinition(
      name = "IDKD",
      description = "D-PSGD, with labels of neighbours on reference rows like their own.")
  @interface Config {
    @AttributeDefinition(
        description = "The round in which labels are exchanged, counted from 0",
        min = "0")
    int labelRound() default 1000;

    @AttributeDefinition(description = OptionTexts.REGULARIZATION, min = "0")
    float regularization() default 1;

    @AttributeDefinition(
        description = "The distance from the labels",
        options = {@Option("squared"), @Option("cross-entropy")})
    String loss() default "cross-entropy";

    @AttributeDefinition(
        description = "Labelled reference rows per training step, 1 or more",
        min = "1")
    int distillationBatch() default 64;

    @AttributeDefinition(description = OptionTexts.EXCHANGE_EVERY, min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(description = OptionTexts.STEP_SIZE, min = OptionTexts.LEAST_STEP_SIZE)
    float stepSize() default 0.2f;

    @AttributeDefinition(
        description = OptionTexts.SCHEDULE,
        options = {@Option("constant"), @Option("inverse"), @Option("inverse-sqrt")})
    String schedule() default "inverse";

    @AttributeDefinition(description = OptionTexts.DECAY, min = "0")
    float decay() default 0.001f;
  }

  /** Rows that are predicted at once, if a step does not have more. */
  private static final int PART = 256;

  private final int labelRound;
  private final SgdOptions weights;
  private final ConsensusOptions distillation;

  @Activate
  public Idkd(Config config) {
    this(
        config.labelRound(),
        config.exchangeEvery(),
        ConsensusOptions.of(
            config.regularization(),
            config.loss(),
            Math.max(PART, config.distillationBatch()),
            config.distillationBatch(),
            config.labelRound(),
            1,
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /**
   * Makes the algorithm.
   *
   * @param labelRound the round in which labels are exchanged, at least 0
   * @param exchangeEvery rounds from one exchange of weights to the next, at least 1
   * @param distillation what the steps towards the labels are told; its exchanges say how many rows
   *     are predicted at once, no fewer than a step has
   * @throws IllegalArgumentException if a number is out of range
   */
  public Idkd(int labelRound, int exchangeEvery, ConsensusOptions distillation) {
    if (labelRound < 0) {
      throw new IllegalArgumentException("labelRound is 0 or more, not " + labelRound);
    }
    this.labelRound = labelRound;
    this.weights = new SgdOptions(exchangeEvery, distillation.stepSize());
    this.distillation = distillation;
  }

  @Override
  public Participant join(Device device) {
    return new IdkdLearner(device, weights, distillation, labelRound);
  }

  @Override
  public boolean exchangesWeights() {
    return true;
  }
}
