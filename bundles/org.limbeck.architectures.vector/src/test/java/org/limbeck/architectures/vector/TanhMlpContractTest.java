package org.limbeck.architectures.vector;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class TanhMlpContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Mlp(new int[] {9}, Activation.TANH);
  }
}
