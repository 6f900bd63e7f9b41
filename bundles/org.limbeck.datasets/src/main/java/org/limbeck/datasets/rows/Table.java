package org.limbeck.datasets.rows;

import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;

/** Labelled rows in memory. Immutable. */
public interface Table extends LabelledRows {

  /** Returns the shape of a row. */
  Shape shape();

  /** Copies some of the rows, in the order given. */
  Table pick(int[] rows);

  /**
   * Turns a row as a user writes it into the values that {@link #read} would give for it.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  void normalize(float[] row);
}
