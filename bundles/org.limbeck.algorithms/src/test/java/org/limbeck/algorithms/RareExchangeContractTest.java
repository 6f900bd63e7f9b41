package org.limbeck.algorithms;

import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.testkit.AlgorithmContract;

/** Distributed distillation that exchanges in every third round, by cross-entropy. */
class RareExchangeContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0, StepSize.Schedule.CONSTANT);
    return new DistributedDistillation(
        new Options(1, DistillationLoss.CROSS_ENTROPY, 8, 3, stepSize));
  }
}
