package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** SCARLET that exchanges in every second round, and uses targets in three exchanges. */
class ScarletContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    StepSize stepSize = new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE);
    return new Scarlet(1.5f, 3, ConsensusOptions.of(1, "cross-entropy", 12, 5, 1, 2, stepSize));
  }
}
