package org.limbeck.architectures.dl4j;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

@NeedsNativeCode
class Dl4jCnnTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Dl4jCnn(new int[] {4, 6}, 3, true, 10, "tanh");
  }

  @Override
  protected Shape shape() {
    return new Shape(6, 5, 2);
  }

  /**
   * Rows whose pixels hardly differ bring the finite differences across many kinks of max pooling;
   * {@link CnnGradientTest} has others.
   */
  @Override
  protected double gradientTolerance() {
    return 0.3;
  }

  @Override
  protected List<Shape> unsuitableShapes() {
    return List.of(new Shape(1, 1, 6), new Shape(8, 3, 1));
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
