package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.algorithm.AlgorithmPlugin;
import org.limbeck.api.algorithm.Device;
import org.limbeck.api.algorithm.Participant;
import org.limbeck.api.architecture.DistillationLoss;
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
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class FedMd implements Algorithm {

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

    @AttributeDefinition(
        description =
            "Rows of the latest exchange per training step, 1 or more; all if there are fewer",
        min = "1")
    int distillationBatch() default 64;

    @AttributeDefinition(
        description =
            "Rounds of training on private rows alone before the first exchange, 0 or more",
        min = "0")
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

  /**
   * The options.
   *
   * @param regularization ρ, at least 0
   * @param loss the distance from the targets
   * @param exchanges which rows are exchanged, and when; their order is random
   * @param distillationBatch rows of the latest exchange per training step, at least 1
   * @param stepSize η
   */
  public record Options(
      float regularization,
      DistillationLoss loss,
      ExchangeSchedule exchanges,
      int distillationBatch,
      StepSize stepSize) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is violated
     */
    public Options {
      if (!(regularization >= 0) || distillationBatch < 1) {
        throw new IllegalArgumentException(
            "regularization is 0 or more and distillationBatch 1 or more, not "
                + regularization
                + " and "
                + distillationBatch);
      }
    }
  }

  private final Options options;

  @Activate
  public FedMd(Config config) {
    this(
        new Options(
            config.regularization(),
            DistillationLoss.valueOf(OptionChoice.constant(config.loss())),
            new ExchangeSchedule(
                config.referenceBatch(),
                ExchangeSchedule.Order.RANDOM,
                config.exchangeEvery(),
                config.warmUp()),
            config.distillationBatch(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm. */
  public FedMd(Options options) {
    this.options = options;
  }

  @Override
  public Participant join(Device device) {
    return new FedMdLearner(device, options);
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }
}
