package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.api.architecture.DistillationLoss;
import org.limbeck.testkit.AlgorithmContract;

/** FedMD that exchanges in every third round but the first, and digests in parts. */
class FedMdContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    return new FedMd(
        new ConsensusOptions(
            1,
            DistillationLoss.CROSS_ENTROPY,
            new ExchangeSchedule(8, ExchangeSchedule.Order.RANDOM, 3, 1),
            5,
            stepSize));
  }
}
