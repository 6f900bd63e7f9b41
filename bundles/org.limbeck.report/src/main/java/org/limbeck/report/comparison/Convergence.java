package org.limbeck.report.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How a measure of convergence went in the runs of an experiment, over its seeds.
 *
 * @param first the value at the first evaluation after round 0; NaN if a run has none there
 * @param last the value at the last evaluation; NaN if a run has none there
 * @param rate the measured rate, see {@link ConvergenceRate}; NaN if a run has none
 */
record Convergence(Spread first, Spread last, Spread rate) {

  static Convergence of(ConvergenceMeasure measure, ComparedExperiment line) {
    return new Convergence(
        spread(line, curve -> curve.isEmpty() ? Double.NaN : measure.of(curve.get(0))),
        spread(
            line, curve -> curve.isEmpty() ? Double.NaN : measure.of(curve.get(curve.size() - 1))),
        spread(line, curve -> ConvergenceRate.of(measure, curve)));
  }

  private static Spread spread(ComparedExperiment line, ToDoubleFunction<List<CurvePoint>> figure) {
    return Spread.of(
        line.runs().stream()
            .map(run -> run.curve().stream().filter(point -> point.round() > 0).toList())
            .map(figure::applyAsDouble)
            .toList());
  }
}
