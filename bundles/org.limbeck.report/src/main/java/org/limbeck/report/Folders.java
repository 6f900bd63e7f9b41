package org.limbeck.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.api.protection.PrivateFiles;

/** Making and deleting folders. */
final class Folders {
  private Folders() {}

  /** Returns whether there is nothing in a folder but, perhaps, a file of some name. */
  static boolean isEmptyBut(String name, Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(entry -> entry.endsWith(name));
    }
  }

  /**
   * Makes a folder, its owner's only, and its missing parents, which are as others are.
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
      if (each.equals(folder)) {
        PrivateFiles.createFolder(each);
      } else {
        Files.createDirectory(each);
      }
      made.push(each);
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

  /** Deletes all that is in a folder. */
  static void deleteContents(Path folder) throws IOException {
    List<Path> innermostFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      innermostFirst = tree.skip(1).sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : innermostFirst) {
      Files.delete(path);
    }
  }
}
