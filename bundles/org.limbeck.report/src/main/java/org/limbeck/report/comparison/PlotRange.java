package org.limbeck.report.comparison;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Chooses the scales of a plot. */
final class PlotRange {
  private static final double LEAST_HEIGHT = 0.04;
  private static final double BELOW_THE_WORST = 0.35;
  private static final double MARGIN = 0.04;
  private static final double MARGIN_FACTOR = 1.15;

  private PlotRange() {}

  /** Returns a linear scale from zero to the highest value. */
  static Scale fromZero(double... values) {
    double most = Arrays.stream(values).max().orElse(1);
    return new LinearScale(0, most > 0 ? most : 1);
  }

  /** Returns a logarithmic scale over the values above zero; it reaches to twice its beginning. */
  static Scale logarithmic(double... values) {
    double least = Arrays.stream(values).filter(value -> value > 0).min().orElse(1);
    double most = Arrays.stream(values).max().orElse(1);
    return new LogarithmicScale(least / MARGIN_FACTOR, Math.max(2 * least, most) * MARGIN_FACTOR);
  }

  /**
   * Returns the scale of accuracies. It shows where experiments end and some of the way there: what
   * is far below all ends is cut off.
   */
  static Scale accuracies(Collection<List<ComparedPoint>> curves) {
    List<Spread> all = curves.stream().flatMap(List::stream).map(ComparedPoint::accuracy).toList();
    double top = all.stream().mapToDouble(Spread::high).max().orElse(1);
    double lowest = all.stream().mapToDouble(Spread::low).min().orElse(0);
    double worstEnd =
        curves.stream()
            .filter(curve -> !curve.isEmpty())
            .mapToDouble(curve -> curve.get(curve.size() - 1).accuracy().low())
            .min()
            .orElse(0);
    double height = Math.max(LEAST_HEIGHT, top - worstEnd);
    double bottom = Math.max(lowest, worstEnd - BELOW_THE_WORST * height);
    double margin = MARGIN * Math.max(LEAST_HEIGHT, top - bottom);
    return new LinearScale(Math.max(0, bottom - margin), Math.min(1, top + margin));
  }
}
