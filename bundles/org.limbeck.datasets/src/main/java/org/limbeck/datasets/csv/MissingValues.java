package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** What is done where the value of a feature is missing. */
enum MissingValues {
  /** The file is refused. */
  REFUSE,
  /** The row is left out, also where its label is missing. */
  DROP,
  /** The mean of the rows to train on stands for a number; a text is of no category. */
  MEAN,
  /** The median of the rows to train on stands for a number; a text is of no category. */
  MEDIAN;

  /** The names that options have. */
  static final String REFUSED = "refuse";

  static final String DROPPED = "drop";
  static final String BY_MEAN = "mean";
  static final String BY_MEDIAN = "median";

  static final String DESCRIPTION =
      "Where a value is missing (empty, ?, NA, NaN, null): refuse the file, drop the row, or take"
          + " the mean or median of the rows to train on";

  static MissingValues named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  /** Returns whether something stands for a value that is missing. */
  boolean fills() {
    return this == MEAN || this == MEDIAN;
  }

  /**
   * Returns what stands for the values that are missing.
   *
   * @param values of which those that are missing are {@code NaN}
   * @return empty if nothing does
   */
  OptionalDouble of(double[] values) {
    double[] known = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
    if (!fills() || known.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = known.length / 2;
    return this == MEAN
        ? Arrays.stream(known).average()
        : OptionalDouble.of(
            known.length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2);
  }
}
