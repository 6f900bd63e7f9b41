package org.limbeck.report.comparison;

import java.util.List;

/**
 * How fast a measure falls with the rounds, as measured: the p of {@code value ~ round^-p}.
 *
 * <p>With R the last round that was evaluated, p is the negative slope of the line of least squares
 * of log value against log round, over all evaluations from round R/2 on. Evaluations without the
 * figure, or with zero, are left out. A p below 0 says that the figure grows.
 */
final class ConvergenceRate {
  private ConvergenceRate() {}

  /** Returns p; NaN if fewer than two evaluations are left. */
  static double of(ConvergenceMeasure measure, List<CurvePoint> curve) {
    long end = curve.stream().mapToLong(CurvePoint::round).max().orElse(0);
    double[][] points =
        curve.stream()
            .filter(point -> point.round() > 0 && 2 * point.round() >= end)
            .filter(point -> Double.isFinite(measure.of(point)) && measure.of(point) > 0)
            .map(
                point ->
                    new double[] {Math.log((double) point.round()), Math.log(measure.of(point))})
            .toArray(double[][]::new);
    return points.length < 2 ? Double.NaN : -slope(points);
  }

  private static double slope(double[][] points) {
    double meanX = 0;
    double meanY = 0;
    for (double[] point : points) {
      meanX += point[0] / points.length;
      meanY += point[1] / points.length;
    }
    double products = 0;
    double squares = 0;
    for (double[] point : points) {
      products += (point[0] - meanX) * (point[1] - meanY);
      squares += (point[0] - meanX) * (point[0] - meanX);
    }
    return products / squares;
  }
}
