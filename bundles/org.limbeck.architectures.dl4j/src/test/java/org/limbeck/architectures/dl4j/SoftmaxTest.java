package org.limbeck.architectures.dl4j;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

@NeedsNativeCode
class SoftmaxTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Softmax();
  }
}
