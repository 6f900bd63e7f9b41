package org.limbeck.architectures.dl4j;

import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

@NeedsNativeCode
class Dl4jMlpTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Dl4jMlp(new int[] {12, 8}, "tanh");
  }

  @Override
  protected float stepSize() {
    return 0.2f;
  }

  @Override
  protected int patience() {
    return 300;
  }
}
