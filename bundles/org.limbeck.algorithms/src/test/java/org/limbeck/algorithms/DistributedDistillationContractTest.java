package org.limbeck.algorithms;

import org.limbeck.algorithms.DistributedDistillation.Options;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.testkit.AlgorithmContract;

class DistributedDistillationContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    return new DistributedDistillation(new Options(3, DistillationLoss.SQUARED, 8, 1, stepSize));
  }
}
