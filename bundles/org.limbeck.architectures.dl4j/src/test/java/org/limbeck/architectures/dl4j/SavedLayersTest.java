package org.limbeck.architectures.dl4j;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.Shape;

@NeedsNativeCode
class SavedLayersTest extends FileNetworkContract {

  @Override
  Path write(Path folder, Shape shape, int classes) {
    return NetworkFiles.save(folder, NetworkFiles.initialised(NetworkFiles.perceptron(6, classes)));
  }

  @Override
  protected List<Shape> unsuitableShapes() {
    return List.of(new Shape(1, 1, 7), new Shape(8, 3, 2));
  }
}
