package org.limbeck.api.privatedata;

import org.osgi.annotation.versioning.ConsumerType;

/** Rows of features with their classes. Immutable and safe for use by several threads at once. */
@ConsumerType
public interface LabelledRows {

  /** Returns the number of rows. */
  int rows();

  /**
   * Returns the class of a row, 0 to K−1.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  int label(int row);

  /**
   * Copies the features of a row, scaled as models want them (about −1 to 1), into {@code into} at
   * {@code offset}.
   *
   * @throws IndexOutOfBoundsException if there is no such row or no room for it
   */
  void read(int row, float[] into, int offset);

  /**
   * Returns to whom or what a row belongs, such as its writer or the place where it was taken, for
   * partitions that keep such rows together; empty if that is not known.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  default String group(int row) {
    return "";
  }
}
