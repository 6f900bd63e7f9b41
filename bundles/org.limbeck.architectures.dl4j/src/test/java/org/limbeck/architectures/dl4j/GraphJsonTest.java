package org.limbeck.architectures.dl4j;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.Shape;

@NeedsNativeCode
class GraphJsonTest extends FileNetworkContract {

  @Override
  Path write(Path folder, Shape shape, int classes) {
    return NetworkFiles.write(folder, NetworkFiles.shortcut(6, classes).toJson());
  }

  @Override
  protected List<Shape> unsuitableShapes() {
    return List.of(new Shape(1, 1, 7), new Shape(8, 3, 2));
  }
}
