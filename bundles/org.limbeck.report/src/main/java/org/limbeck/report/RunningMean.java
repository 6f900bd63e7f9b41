package org.limbeck.report;

/**
 * A mean of values that come one by one. Immutable.
 *
 * @param sum the sum of the values
 * @param count how many there were
 */
record RunningMean(double sum, long count) {
  /** The mean of nothing. */
  static final RunningMean NONE = new RunningMean(0, 0);

  /** Returns the mean with one more value; NaN stands for no value. */
  RunningMean plus(double value) {
    return Double.isNaN(value) ? this : new RunningMean(sum + value, count + 1);
  }

  /** Returns the mean of the values; NaN if there were none. */
  double value() {
    return count == 0 ? Double.NaN : sum / count;
  }
}
