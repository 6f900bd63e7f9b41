package org.limbeck.weightings;

/**
 * Brings features to mean 0 and variance 1 / D, so that the mean square of a row is 1. A feature
 * that is the same in all rows becomes 0.
 *
 * @param mean of each of D features
 * @param factor of each
 */
record RowScaling(float[] mean, float[] factor) {

  /** Finds the scaling from rows of D features, at least one. */
  static RowScaling of(float[][]... parts) {
    int features = parts[0][0].length;
    double[] sum = new double[features];
    double[] squares = new double[features];
    int count = 0;
    for (float[][] rows : parts) {
      count += rows.length;
      for (float[] row : rows) {
        for (int i = 0; i < features; i++) {
          sum[i] += row[i];
          squares[i] += (double) row[i] * row[i];
        }
      }
    }
    float[] mean = new float[features];
    float[] factor = new float[features];
    for (int i = 0; i < features; i++) {
      double middle = sum[i] / count;
      double variance = squares[i] / count - middle * middle;
      mean[i] = (float) middle;
      // what remains of equal values is rounding
      boolean varies = variance > 1e-9 * (squares[i] / count);
      factor[i] = varies ? (float) (1 / Math.sqrt(variance * features)) : 0;
    }
    return new RowScaling(mean, factor);
  }

  /** Scales a row in place. */
  void apply(float[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = (row[i] - mean[i]) * factor[i];
    }
  }
}
