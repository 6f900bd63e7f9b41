package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** FedAvg with two of five devices in every interval of two rounds. */
class PartialFedAvgContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    return new FedAvg(
        0.4f, new SgdOptions(2, new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE)));
  }

  @Override
  protected boolean trainsInEveryRound() {
    return false;
  }
}
