package org.limbeck.datasets.rows;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;

/** Labelled rows in memory. Immutable. */
public interface Table extends LabelledRows {

  /** Returns the shape of a row. */
  Shape shape();

  /** Copies some of the rows, in the order given. */
  Table pick(int[] rows);

  /**
   * Turns a sample as a user writes it into the values that {@link #read} would give for it.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  float[] features(double[] sample);

  /** Turns a sample that was rounded to floats into its features, in place. */
  default void normalize(float[] row) {
    double[] sample = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      sample[i] = row[i];
    }
    System.arraycopy(features(sample), 0, row, 0, row.length);
  }

  /** Returns the names of the features in their order; empty if they have none. */
  default List<String> featureNames() {
    return List.of();
  }
}
