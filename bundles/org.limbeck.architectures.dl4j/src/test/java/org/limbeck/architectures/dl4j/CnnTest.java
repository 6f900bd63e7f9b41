package org.limbeck.architectures.dl4j;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

@NeedsNativeCode
class CnnTest extends ArchitectureContract {

  @Override
  protected Architecture architecture() {
    return new Cnn(new int[] {4, 6}, 3, 10, "tanh");
  }

  @Override
  protected Shape shape() {
    return new Shape(6, 5, 2);
  }

  /** Finite differences straddle the kinks of max pooling. */
  @Override
  protected double gradientTolerance() {
    return 0.1;
  }

  @Override
  protected List<Shape> unsuitableShapes() {
    return List.of(new Shape(1, 1, 6), new Shape(8, 3, 1));
  }
}
