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
   * Turns a row as a user writes it into the values that {@link #read} would give for it.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  void normalize(float[] row);

  /**
   * Turns a sample as a user writes it into the values that {@link #read} would give for it.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  default float[] features(double[] sample) {
    float[] row = new float[sample.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) sample[i];
    }
    normalize(row);
    return row;
  }

  /** Returns the names of the features in their order; empty if they have none. */
  default List<String> featureNames() {
    return List.of();
  }
}
