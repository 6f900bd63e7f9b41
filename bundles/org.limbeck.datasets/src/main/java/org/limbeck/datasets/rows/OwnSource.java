package org.limbeck.datasets.rows;

import java.nio.file.Path;
import org.limbeck.api.Shape;

/** Reads rows that one device has, in a shape and with classes that all devices have. */
public interface OwnSource {

  /** Returns the shape of a row. */
  Shape shape();

  /** Returns the number of classes K. */
  int classes();

  /** Returns a table of no row. */
  Table none();

  /**
   * Reads the rows at a place, of which there may be none.
   *
   * @throws IllegalArgumentException if the place is missing, or what is there is malformed
   */
  Table read(Path place);
}
