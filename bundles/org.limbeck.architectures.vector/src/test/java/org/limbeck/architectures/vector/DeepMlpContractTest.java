package org.limbeck.architectures.vector;

import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class DeepMlpContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Mlp(new int[] {8, 1, 6}, Activation.TANH);
  }

  @Override
  protected Shape shape() {
    return new Shape(3, 2, 2);
  }

  @Override
  protected int classes() {
    return 2;
  }
}
