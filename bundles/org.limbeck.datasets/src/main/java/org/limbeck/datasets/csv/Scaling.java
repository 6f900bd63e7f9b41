package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.List;

/**
 * How columns are scaled: x becomes (x − shift) / divisor.
 *
 * @param shift per column
 * @param divisor per column, not 0
 */
record Scaling(double[] shift, double[] divisor) {
  /** The description of the option {@code scale}, where a file decides. */
  static final String BY_FILE =
      "Columns as they are, by mean and standard deviation, or to 0 to 1; by 'file' only";

  static final String NONE = "none";
  static final String STANDARD = "standard";
  static final String RANGE = "range";

  /** Returns the scaling that leaves all columns as they are. */
  static Scaling none(int columns) {
    return of(NONE, List.of(), columns);
  }

  /** Finds the scaling of a name for rows; a column of equal values is shifted to 0 only. */
  static Scaling of(String name, List<double[]> rows, int columns) {
    double[] shift = new double[columns];
    double[] divisor = new double[columns];
    Arrays.fill(divisor, 1);
    for (int column = 0; column < columns && !name.equals(NONE); column++) {
      int c = column;
      double[] values = rows.stream().mapToDouble(row -> row[c]).toArray();
      double low = Arrays.stream(values).min().orElse(0);
      double range = Arrays.stream(values).max().orElse(0) - low;
      double mean = range > 0 ? Arrays.stream(values).average().orElse(0) : low;
      double deviation =
          Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
      shift[column] = name.equals(RANGE) ? low : mean;
      divisor[column] = range > 0 ? name.equals(RANGE) ? range : deviation : 1;
    }
    return new Scaling(shift, divisor);
  }

  /** Returns a row scaled: large numbers are not rounded before. */
  float[] apply(double[] row) {
    float[] scaled = new float[row.length];
    for (int column = 0; column < row.length; column++) {
      scaled[column] = (float) ((row[column] - shift[column]) / divisor[column]);
    }
    return scaled;
  }
}
