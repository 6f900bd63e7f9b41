package org.limbeck.report;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** Making and deleting folders. */
final class Folders {
  private Folders() {}

  static boolean isEmpty(Path folder) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      return !entries.iterator().hasNext();
    }
  }

  /**
   * Makes a folder and its missing parents.
   *
   * @param made receives those that were made, the innermost first
   */
  static void make(Path folder, Deque<Path> made) throws IOException {
    Deque<Path> missing = new ArrayDeque<>();
    Path existing = folder;
    while (!Files.exists(existing)) {
      missing.push(existing);
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new NotDirectoryException(existing.toString());
    }
    for (Path each : missing) {
      Files.createDirectory(each);
      made.push(each);
    }
  }

  /** Makes a new folder under the first free name of {@code prefix}, {@code prefix-2}, … */
  static Path makeUnique(Path parent, String prefix) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return Files.createDirectory(
            parent.resolve(attempt == 1 ? prefix : prefix + "-" + attempt));
      } catch (FileAlreadyExistsException taken) {
        // the next name
      }
    }
  }

  /** Deletes the folders in their order, until one is in use. */
  static void deleteEmpty(Iterable<Path> folders) {
    try {
      for (Path folder : folders) {
        Files.deleteIfExists(folder);
      }
    } catch (IOException inUse) {
      // and so are its parents
    }
  }

  /** Deletes a folder with all that is in it. */
  static void delete(Path folder) throws IOException {
    List<Path> innermostFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      innermostFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : innermostFirst) {
      Files.delete(path);
    }
  }
}
