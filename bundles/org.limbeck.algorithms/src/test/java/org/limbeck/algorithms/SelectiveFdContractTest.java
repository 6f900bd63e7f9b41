package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** Selective-FD that exchanges in every third round but the first, and digests in parts. */
class SelectiveFdContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    return new SelectiveFd(
        0.25f, 0.5f, 1.6f, ConsensusOptions.of(1, "cross-entropy", 12, 5, 1, 3, stepSize));
  }
}
