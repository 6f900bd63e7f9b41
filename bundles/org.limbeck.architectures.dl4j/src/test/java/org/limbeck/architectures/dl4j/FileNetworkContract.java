package org.limbeck.architectures.dl4j;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.Shape;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;

/** The contract for one form of file; the contract asks for several numbers of classes. */
abstract class FileNetworkContract extends ArchitectureContract {
  @TempDir private Path folder;

  /** Writes a network for so many classes. */
  abstract Path write(Path folder, Shape shape, int classes);

  @Override
  protected Architecture architecture() {
    return (shape, classes, random) ->
        new FileNetwork(write(folder, shape(), classes).toString()).create(shape, classes, random);
  }

  @Override
  protected float stepSize() {
    return 0.2f;
  }
}
