package org.limbeck.architectures.vector;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class ValidCnnContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Cnn(
        new int[] {5},
        3,
        Padding.VALID,
        7,
        Activation.RELU,
        TrainingOptions.PLAIN,
        Backend.fastest());
  }

  @Override
  protected Shape shape() {
    return new Shape(5, 6, 2);
  }

  @Override
  protected List<Shape> unsuitableShapes() {
    return List.of(new Shape(3, 8, 1), new Shape(8, 3, 2));
  }

  /**
   * Rows whose pixels hardly differ bring the finite differences across many kinks of max-pooling;
   * {@link CnnPropertyTest} has others.
   */
  @Override
  protected double gradientTolerance() {
    return 0.3;
  }
}
