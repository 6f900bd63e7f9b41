package org.limbeck.algorithms;

import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.testkit.AlgorithmContract;

class SmoothedDistillationContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    ExchangeSchedule exchanges = new ExchangeSchedule(8, ExchangeSchedule.Order.RANDOM, 1, 0);
    return new DistributedDistillation(
        new Options(3, 0, DistillationLoss.SQUARED, exchanges, 0.7f, 0, stepSize));
  }
}
