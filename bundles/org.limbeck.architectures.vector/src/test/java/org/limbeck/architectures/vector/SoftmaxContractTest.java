package org.limbeck.architectures.vector;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class SoftmaxContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Softmax();
  }
}
