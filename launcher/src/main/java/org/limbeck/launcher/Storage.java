package org.limbeck.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder in which one framework keeps its state while it runs.
 *
 * @param folder the folder, of this process alone
 */
record Storage(Path folder) {

  static Storage create() {
    try {
      return new Storage(Files.createTempDirectory("limbeck-"));
    } catch (IOException e) {
      throw new LaunchException("cannot create a temporary folder: " + e.getMessage(), e);
    }
  }

  /** Removes the folder as far as it can be removed: what is left is temporary anyway. */
  void delete() {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Storage::deleteQuietly);
    } catch (IOException | UncheckedIOException e) {
      System.err.println("limbeck: could not remove " + folder);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
