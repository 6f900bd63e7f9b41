package org.limbeck.api.privatedata;

import java.util.List;
import org.limbeck.api.Shape;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * The labelled rows of an experiment: the training rows that a partition divides among the devices,
 * and the test rows that every device is judged by. Offered as a service with {@link
 * PrivateDatasetPlugin}. Immutable and safe for use by several threads at once.
 */
@ConsumerType
public interface PrivateDataset {

  /** Returns the shape of an input row. */
  Shape shape();

  /** Returns the number of classes K, at least 2. */
  int classes();

  /** Returns the rows that are divided among the devices. */
  LabelledRows training();

  /** Returns the rows that no device trains on. */
  LabelledRows test();

  /**
   * Turns a row as a user writes it (say, pixels from 0 to 255) into the values that {@link
   * LabelledRows#read} would give for it, in place. By default a row stays as it is.
   *
   * @param row as many values as the shape has features
   * @throws IllegalArgumentException if a value is out of range; the message says which, and what
   *     is allowed
   */
  default void normalize(float[] row) {}

  /**
   * Turns a sample as a user writes it into the values that {@link LabelledRows#read} would give
   * for it. By default it is rounded to floats before {@link #normalize}; who scales large numbers
   * does so before rounding.
   *
   * @param sample as many values as the shape has features; not changed
   * @throws IllegalArgumentException if a value is out of range; the message says which, and what
   *     is allowed
   */
  default float[] features(double[] sample) {
    float[] row = new float[sample.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) sample[i];
    }
    normalize(row);
    return row;
  }

  /**
   * Returns the names of the features in their order, by which files with samples may name their
   * columns; empty if they have none.
   */
  default List<String> featureNames() {
    return List.of();
  }
}
