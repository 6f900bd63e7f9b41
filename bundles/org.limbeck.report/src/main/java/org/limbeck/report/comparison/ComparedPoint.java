package org.limbeck.report.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Where the runs of one experiment stood at an evaluation.
 *
 * @param round the mean number of rounds completed
 * @param seconds the mean time
 * @param bytes the mean payload bytes sent per device
 * @param accuracy the test accuracy
 * @param convergence each measure of convergence; its mean is NaN if a run lacks it
 */
record ComparedPoint(
    double round,
    double seconds,
    double bytes,
    Spread accuracy,
    Map<ConvergenceMeasure, Spread> convergence) {

  static ComparedPoint of(List<CurvePoint> points) {
    Map<ConvergenceMeasure, Spread> convergence = new EnumMap<>(ConvergenceMeasure.class);
    for (ConvergenceMeasure measure : ConvergenceMeasure.values()) {
      convergence.put(measure, Spread.of(points.stream().map(measure::of).toList()));
    }
    return new ComparedPoint(
        mean(points, CurvePoint::round),
        mean(points, CurvePoint::seconds),
        mean(points, CurvePoint::bytes),
        Spread.of(points.stream().map(CurvePoint::accuracy).toList()),
        convergence);
  }

  private static double mean(List<CurvePoint> points, ToDoubleFunction<CurvePoint> figure) {
    return points.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
