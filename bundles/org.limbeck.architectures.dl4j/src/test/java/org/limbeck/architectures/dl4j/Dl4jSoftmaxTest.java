package org.limbeck.architectures.dl4j;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

@NeedsNativeCode
class Dl4jSoftmaxTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Dl4jSoftmax();
  }
}
