package org.limbeck.datasets.csv;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How a column is scaled: x becomes (x − shift) / divisor.
 *
 * @param shift what is taken away
 * @param divisor what is divided by, not 0
 */
record Scaling(double shift, double divisor) {
  /** The description of the option {@code scale}, where a file decides. */
  static final String BY_FILE =
      "Columns as they are, by mean and standard deviation, or to 0 to 1; by 'file' only";

  static final String NONE = "none";
  static final String STANDARD = "standard";
  static final String RANGE = "range";

  /**
   * Finds the scaling of a name for a column; equal values are shifted to 0 only.
   *
   * @param column the values, {@code NaN} where one is missing
   * @param missing what stands for those
   */
  static Scaling of(String name, double[] column, OptionalDouble missing) {
    if (name.equals(NONE)) {
      return new Scaling(0, 1);
    }
    double[] values =
        Arrays.stream(column).map(v -> Double.isNaN(v) ? missing.orElse(v) : v).toArray();
    double low = Arrays.stream(values).min().orElse(0);
    double range = Arrays.stream(values).max().orElse(0) - low;
    double mean = range > 0 ? Arrays.stream(values).average().orElse(0) : low;
    double deviation =
        Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
    return new Scaling(
        name.equals(RANGE) ? low : mean, range > 0 ? name.equals(RANGE) ? range : deviation : 1);
  }
}
