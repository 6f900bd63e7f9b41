package org.limbeck.algorithms;

import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;

class ChocoSgdContractTest extends AlgorithmContract {

  @Override
  protected Algorithm algorithm() {
    return new ChocoSgd(new SgdOptions(2, new StepSize(0.2f, 0.01f, StepSize.Schedule.INVERSE)));
  }
}
