package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** IDKD whose labels are exchanged before states are saved. */
class IdkdContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    return new Idkd(5, 2, ConsensusOptions.of(1, "cross-entropy", 8, 5, 5, 1, stepSize));
  }
}
