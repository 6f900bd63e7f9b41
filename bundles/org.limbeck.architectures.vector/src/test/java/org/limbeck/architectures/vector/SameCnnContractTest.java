package org.limbeck.architectures.vector;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

class SameCnnContractTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Cnn(
        new int[] {4, 6},
        3,
        Padding.SAME,
        7,
        Activation.TANH,
        TrainingOptions.PLAIN,
        Backend.fastest());
  }

  @Override
  protected Shape shape() {
    return new Shape(5, 6, 2);
  }

  @Override
  protected List<Shape> unsuitableShapes() {
    return List.of(new Shape(3, 8, 1), new Shape(1, 1, 36));
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
