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
 * Distributed distillation: devices exchange soft decisions on a shared reference batch with their
 * neighbours, and train on their private rows and towards their estimate of the mean soft
 * decisions. I. Bistritz, A. Mann, N. Bambos, <i>Distributed Distillation for On-Device
 * Learning</i>, NeurIPS 2020, algorithm 1.
 */
@AlgorithmPlugin(name = "distributed-distillation")
@Designate(ocd = DistributedDistillation.Config.class, factory = true)
@Component(configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DistributedDistillation implements Algorithm {

  @ObjectClassDefinition(
      name = "Distributed distillation",
      description = "Devices teach each other by soft decisions on the reference data.")
  @interface Config {
    @AttributeDefinition(description = OptionTexts.REGULARIZATION, min = "0")
    float regularization() default 3;

    @AttributeDefinition(
        description = "The distance from the neighbours' mean soft decisions",
        options = {@Option("squared"), @Option("cross-entropy")})
    String loss() default "squared";

    @AttributeDefinition(description = OptionTexts.REFERENCE_BATCH, min = "1")
    int referenceBatch() default 64;

    @AttributeDefinition(
        description = "Whether exchanges draw their rows at random, or take all rows in turn",
        options = {@Option("random"), @Option("in-turn")})
    String referenceOrder() default "random";

    @AttributeDefinition(description = OptionTexts.EXCHANGE_EVERY, min = "1")
    int exchangeEvery() default 1;

    @AttributeDefinition(
        description = "Rounds before the first exchange, in which devices learn alone, 0 or more",
        min = "0")
    int warmUp() default 0;

    @AttributeDefinition(
        description =
            "How much of what a device said of a row last stays in what it says next, 0 to 0.99; 0:"
                + " it says what its model says",
        min = "0",
        max = "0.99")
    float smoothing() default 0;

    @AttributeDefinition(
        description =
            "Reference rows per training step, drawn anew for each step from all that were ever"
                + " exchanged; 0: the rows of the round's exchange",
        min = "0")
    int distillationBatch() default 0;

    @AttributeDefinition(
        description = "Rounds after the first exchange in which rho grows to its full value",
        min = "0")
    int ramp() default 0;

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
   * @param ramp rounds after the first exchange in which ρ grows linearly to its full value, at
   *     least 0
   * @param loss the distance from the targets
   * @param exchanges which rows are exchanged, and when
   * @param smoothing σ, 0 or more and below 1: devices inject ŝ ← σ ŝ + (1 − σ) s
   * @param distillationBatch reference rows per training step, drawn anew for each step; 0: the
   *     rows that the exchange of the round speaks of, or would
   * @param stepSize η
   */
  public record Options(
      float regularization,
      int ramp,
      DistillationLoss loss,
      ExchangeSchedule exchanges,
      float smoothing,
      int distillationBatch,
      StepSize stepSize) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is violated
     */
    public Options {
      if (!(regularization >= 0) || ramp < 0 || distillationBatch < 0) {
        throw new IllegalArgumentException(
            "regularization, ramp and distillationBatch are 0 or more; not "
                + regularization
                + ", "
                + ramp
                + " and "
                + distillationBatch);
      }
      if (!(smoothing >= 0 && smoothing < 1)) {
        throw new IllegalArgumentException("smoothing is 0 or more and below 1, not " + smoothing);
      }
    }

    /** The options of the plain algorithm: it distils on what it has just exchanged. */
    public Options(
        float regularization,
        DistillationLoss loss,
        int referenceBatch,
        int exchangeEvery,
        StepSize stepSize) {
      this(
          regularization,
          0,
          loss,
          new ExchangeSchedule(referenceBatch, ExchangeSchedule.Order.RANDOM, exchangeEvery, 0),
          0,
          0,
          stepSize);
    }

    /** Returns ρ in a round. */
    float regularizationAt(long round) {
      long since = round - exchanges.warmUp() + 1;
      return since >= ramp ? regularization : regularization * Math.max(0, since) / ramp;
    }
  }

  private final Options options;

  @Activate
  public DistributedDistillation(Config config) {
    this(
        new Options(
            config.regularization(),
            config.ramp(),
            DistillationLoss.valueOf(OptionChoice.constant(config.loss())),
            new ExchangeSchedule(
                config.referenceBatch(),
                ExchangeSchedule.Order.valueOf(OptionChoice.constant(config.referenceOrder())),
                config.exchangeEvery(),
                config.warmUp()),
            config.smoothing(),
            config.distillationBatch(),
            StepSize.of(config.stepSize(), config.schedule(), config.decay())));
  }

  /** Makes the algorithm. */
  public DistributedDistillation(Options options) {
    this.options = options;
  }

  @Override
  public boolean isAsynchronous() {
    return true;
  }

  @Override
  public Participant join(Device device) {
    return new DistillationLearner(device, options);
  }

  @Override
  public boolean trainsPrivately() {
    return true;
  }
}
