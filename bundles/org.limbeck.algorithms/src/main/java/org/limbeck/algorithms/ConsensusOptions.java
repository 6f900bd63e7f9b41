package org.limbeck.algorithms;

import org.limbeck.api.architecture.DistillationLoss;

/**
 * The options of algorithms whose devices distil from what a server makes of their soft decisions.
 *
 * @param regularization ρ, at least 0
 * @param loss the distance from the targets
 * @param exchanges which rows are exchanged, and when; their order is random
 * @param distillationBatch rows of the latest exchange per training step, at least 1
 * @param stepSize η
 */
public record ConsensusOptions(
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
  public ConsensusOptions {
    if (!(regularization >= 0) || distillationBatch < 1) {
      throw new IllegalArgumentException(
          "regularization is 0 or more and distillationBatch 1 or more, not "
              + regularization
              + " and "
              + distillationBatch);
    }
  }

  /** Makes the options that an experiment says. */
  static ConsensusOptions of(
      float regularization,
      String loss,
      int referenceBatch,
      int distillationBatch,
      int warmUp,
      int exchangeEvery,
      StepSize stepSize) {
    return new ConsensusOptions(
        regularization,
        DistillationLoss.valueOf(OptionChoice.constant(loss)),
        new ExchangeSchedule(referenceBatch, ExchangeSchedule.Order.RANDOM, exchangeEvery, warmUp),
        distillationBatch,
        stepSize);
  }
}
