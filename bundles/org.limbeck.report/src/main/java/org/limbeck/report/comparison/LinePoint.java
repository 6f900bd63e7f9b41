package org.limbeck.report.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the runs of one experiment stood at an evaluation.
 *
 * @param round the mean number of rounds completed
 * @param seconds the mean time
 * @param bytes the mean payload bytes sent per device
 * @param accuracy the test accuracy
 */
record LinePoint(double round, double seconds, double bytes, Spread accuracy) {

  static LinePoint of(List<CurvePoint> points) {
    return new LinePoint(
        mean(points, CurvePoint::round),
        mean(points, CurvePoint::seconds),
        mean(points, CurvePoint::bytes),
        Spread.of(points.stream().map(CurvePoint::accuracy).toList()));
  }

  private static double mean(List<CurvePoint> points, ToDoubleFunction<CurvePoint> figure) {
    return points.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }
}
