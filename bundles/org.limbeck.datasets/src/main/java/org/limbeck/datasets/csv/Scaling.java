package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.List;

/**
 * How columns are scaled: x becomes (x − shift) / divisor.
 *
 * @param shift per column
 * @param divisor per column, not 0
 */
record Scaling(float[] shift, float[] divisor) {
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
  static Scaling of(String name, List<float[]> rows, int columns) {
    float[] shift = new float[columns];
    float[] divisor = new float[columns];
    Arrays.fill(divisor, 1);
    for (int column = 0; column < columns && !name.equals(NONE); column++) {
      int c = column;
      double[] values = rows.stream().mapToDouble(row -> row[c]).toArray();
      double low = Arrays.stream(values).min().orElse(0);
      double mean = Arrays.stream(values).average().orElse(0);
      double spread =
          name.equals(RANGE)
              ? Arrays.stream(values).max().orElse(0) - low
              : Math.sqrt(
                  Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
      shift[column] = (float) (name.equals(RANGE) ? low : mean);
      divisor[column] = (float) spread > 0 ? (float) spread : 1;
    }
    return new Scaling(shift, divisor);
  }

  /** Scales a row in place. */
  void apply(float[] row) {
    for (int column = 0; column < row.length; column++) {
      row[column] = (row[column] - shift[column]) / divisor[column];
    }
  }
}
