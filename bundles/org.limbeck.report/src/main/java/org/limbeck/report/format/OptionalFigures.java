package org.limbeck.report.format;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Figures that may not exist: NaN inside, null in what is written. */
public final class OptionalFigures {
  private OptionalFigures() {}

  /** Returns the figure, or null if it is not finite. */
  public static Double orNull(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }

  /** Returns the figures, with null for each that is not finite. */
  public static List<Double> eachOrNull(double... figures) {
    return Arrays.stream(figures).mapToObj(OptionalFigures::orNull).collect(Collectors.toList());
  }

  /** Returns the amount, or null if there is none. */
  public static Long someOrNull(long amount) {
    return amount == 0 ? null : Long.valueOf(amount);
  }

  /** Returns the figure as charts have it, or null if it is not finite. */
  public static Float orNullFloat(double figure) {
    return Double.isFinite(figure) ? Float.valueOf((float) figure) : null;
  }

  /** Returns the difference, or null if one of them does not exist. */
  public static Double difference(Double a, Double b) {
    return a == null || b == null ? null : a - b;
  }
}
