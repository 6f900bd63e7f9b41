package org.limbeck.report.comparison;

import java.util.Collection;
import java.util.List;
import java.util.stream.DoubleStream;

/** Chooses the scales of a plot. */
final class PlotRange {
  private static final double LEAST_HEIGHT = 0.04;
  private static final double BELOW_THE_WORST = 0.35;
  private static final double MARGIN = 0.04;

  private PlotRange() {}

  /** Returns the scale of what accuracy is plotted against; bytes are on a logarithmic one. */
  static Scale across(PlotKind kind, Collection<List<LinePoint>> curves) {
    double most = values(kind, curves).max().orElse(1);
    if (kind != PlotKind.BYTES) {
      return new LinearScale(0, most > 0 ? most : 1);
    }
    double least = values(kind, curves).filter(value -> value > 0).min().orElse(1);
    return new LogarithmicScale(least / 1.15, Math.max(2 * least, most) * 1.15);
  }

  /**
   * Returns the scale of accuracies. It shows where experiments end and some of the way there: what
   * is far below all ends is cut off.
   */
  static LinearScale upwards(Collection<List<LinePoint>> curves) {
    List<LinePoint> all = curves.stream().flatMap(List::stream).toList();
    double top = all.stream().mapToDouble(p -> high(p)).max().orElse(1);
    double lowest = all.stream().mapToDouble(p -> low(p)).min().orElse(0);
    double worstEnd =
        curves.stream()
            .filter(curve -> !curve.isEmpty())
            .mapToDouble(curve -> low(curve.get(curve.size() - 1)))
            .min()
            .orElse(0);
    double height = Math.max(LEAST_HEIGHT, top - worstEnd);
    double bottom = Math.max(lowest, worstEnd - BELOW_THE_WORST * height);
    double margin = MARGIN * Math.max(LEAST_HEIGHT, top - bottom);
    return new LinearScale(Math.max(0, bottom - margin), Math.min(1, top + margin));
  }

  private static DoubleStream values(PlotKind kind, Collection<List<LinePoint>> curves) {
    return curves.stream().flatMap(List::stream).mapToDouble(kind::of).filter(Double::isFinite);
  }

  private static double high(LinePoint point) {
    return point.accuracy().mean() + point.accuracy().reach();
  }

  private static double low(LinePoint point) {
    return point.accuracy().mean() - point.accuracy().reach();
  }
}
