package org.limbeck.report.comparison;

import java.util.Collection;

/**
 * The mean of a figure over some runs, and how far they lie apart.
 *
 * @param mean the mean; NaN if there is no run, or one without the figure
 * @param deviation the sample standard deviation, with n − 1 in the denominator; NaN for one run
 * @param count how many runs there are
 */
public record Spread(double mean, double deviation, int count) {

  /** Returns the spread of some values. */
  public static Spread of(Collection<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    int count = values.size();
    double deviation = count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1));
    return new Spread(mean, deviation, count);
  }

  /** Returns where the band around the mean ends. */
  double high() {
    return mean + reach();
  }

  /** Returns where the band around the mean begins. */
  double low() {
    return mean - reach();
  }

  /** Returns the deviation, or 0 where one run has none. */
  double reach() {
    return Double.isNaN(deviation) ? 0 : deviation;
  }
}
