package org.limbeck.datasets.rows;

import java.util.List;
import java.util.stream.IntStream;

/** Labelled rows as their publisher parts them; read anew whenever asked for. */
public interface LabelledSource {

  /** Returns the number of classes K. */
  int classes();

  /** Returns the names of the classes 0 to K−1; by default their numbers. */
  default List<String> classNames() {
    return IntStream.range(0, classes()).mapToObj(String::valueOf).toList();
  }

  /** Returns what people should know about how the data are read. */
  default List<String> notices() {
    return List.of();
  }

  /**
   * Reads the rows to train on.
   *
   * @throws IllegalArgumentException if they are missing or malformed
   */
  Table training();

  /**
   * Reads the rows to test on.
   *
   * @throws IllegalArgumentException if they are missing or malformed
   */
  Table test();
}
