package org.limbeck.architectures.vector;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class MomentumMlpContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Mlp(
        new int[] {9}, Activation.TANH, new TrainingOptions(0.5f, 0.001f, 0), Backend.fastest());
  }

  @Override
  protected boolean followsThePlainGradient() {
    return false;
  }
}
