package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** With 5 rounds from one exchange to the next, states are saved within an interval. */
class GradientTrackingContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    return new GradientTracking(
        new SgdOptions(5, new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE)));
  }
}
