package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

class FedAvgContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    return new FedAvg(new SgdOptions(3, new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE)));
  }
}
