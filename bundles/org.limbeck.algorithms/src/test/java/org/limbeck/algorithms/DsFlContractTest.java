package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** DS-FL that exchanges in every third round but the first, and digests in parts. */
class DsFlContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    return new DsFl(0.2f, ConsensusOptions.of(1, "cross-entropy", 8, 5, 1, 3, stepSize));
  }
}
