package org.limbeck.topologies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.TextInput;

/** A text file with two names a line; what follows a {@code #} is a comment. */
final class EdgeListFile {
  /** What a byte of the file takes at most, as a part of lines, names and pairs. */
  private static final long BYTES_IN_MEMORY = 40;

  private final Path file;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * Two names on a line.
   *
   * @param line the line, from 1
   * @param a one name
   * @param b the other
   */
  record Pair(int line, String a, String b) {}

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it cannot be read, or a line has not two names
   */
  EdgeListFile(String file) {
    this.file = Path.of(file).toAbsolutePath();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      read(i + 1, lines.get(i).replaceFirst("#.*", "").trim());
    }
  }

  /** Returns the pairs in their order. */
  List<Pair> pairs() {
    return pairs;
  }

  /** Returns an exception that says what is wrong with a line. */
  IllegalArgumentException refusal(int line, String reason) {
    return new IllegalArgumentException("file: " + file + ":" + line + ": " + reason);
  }

  private void read(int line, String text) {
    if (text.isEmpty()) {
      return;
    }
    String[] names = text.split("\\s+", -1);
    if (names.length != 2) {
      throw refusal(
          line, "'" + text + "' is no edge: write two devices with a space between, such as 1 2");
    }
    pairs.add(new Pair(line, names[0], names[1]));
  }

  private List<String> lines() {
    if (Files.isDirectory(file)) {
      throw refusal("is a folder");
    }
    if (!Files.exists(file)) {
      throw refusal("does not exist");
    }
    try {
      MemoryShare.ofHeap().require("file: " + file, BYTES_IN_MEMORY * Files.size(file));
      return TextInput.read(Files.newInputStream(file)).lines().toList();
    } catch (IOException e) {
      throw refusal("cannot be read: " + e.getMessage());
    }
  }

  private IllegalArgumentException refusal(String reason) {
    return new IllegalArgumentException("file: " + file + " " + reason);
  }
}
