package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

/** Dynamic averaging that is checked in every second round. */
class DynamicAveragingContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    return new DynamicAveraging(
        0.05f, new SgdOptions(2, new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE)));
  }
}
