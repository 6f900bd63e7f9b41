package org.limbeck.report;

/** Figures that may not exist: NaN inside, null in what is written. */
final class Figures {
  private Figures() {}

  /** Returns the figure, or null if it is not finite. */
  static Double orNull(double figure) {
    return Double.isFinite(figure) ? figure : null;
  }

  /** Returns the figure as charts have it, or null if it is not finite. */
  static Float orNullFloat(double figure) {
    return Double.isFinite(figure) ? Float.valueOf((float) figure) : null;
  }

  /** Returns the difference, or null if one of them does not exist. */
  static Double difference(Double a, Double b) {
    return a == null || b == null ? null : a - b;
  }
}
