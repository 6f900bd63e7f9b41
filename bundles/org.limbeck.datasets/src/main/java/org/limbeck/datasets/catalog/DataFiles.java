package org.limbeck.datasets.catalog;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Files that may be compressed. */
public final class DataFiles {
  private DataFiles() {}

  /** Returns a file of a folder by its name, or by its name and {@code .gz}; empty if neither. */
  public static Optional<Path> find(Path folder, String name) {
    return Stream.of(name, name + ".gz")
        .map(folder::resolve)
        .filter(Files::isRegularFile)
        .findFirst();
  }
}
