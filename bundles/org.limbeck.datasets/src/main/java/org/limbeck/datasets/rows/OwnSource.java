package org.limbeck.datasets.rows;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.api.Shape;

/** Reads rows that one device has, in a shape and with classes that all devices have. */
public interface OwnSource {

  /** Returns the shape of a row. */
  Shape shape();

  /** Returns the names of the classes 0 to K−1. */
  List<String> classNames();

  /** Returns what people should know about how all such rows are read. */
  default List<String> notices() {
    return List.of();
  }

  /** Returns the character that begins a line which is no row; by default none does. */
  default String comment() {
    return "";
  }

  /** Returns a table of no row. */
  Table none();

  /**
   * Reads the rows at a place, of which there may be none.
   *
   * @throws IllegalArgumentException if the place is missing, or what is there is malformed
   */
  Table read(Path place);
}
