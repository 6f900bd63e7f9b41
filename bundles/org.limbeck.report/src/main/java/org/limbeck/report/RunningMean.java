package org.limbeck.report;

/** A mean of values that come one by one; NaN stands for no value. */
final class RunningMean {
  private double sum;
  private long count;

  void add(double value) {
    if (!Double.isNaN(value)) {
      sum += value;
      count++;
    }
  }

  /** Returns the mean of the values since the last call; NaN if there were none. */
  double take() {
    double mean = count == 0 ? Double.NaN : sum / count;
    sum = 0;
    count = 0;
    return mean;
  }
}
