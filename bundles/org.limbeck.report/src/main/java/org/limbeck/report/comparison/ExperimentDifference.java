package org.limbeck.report.comparison;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.limbeck.report.Summary;

/**
 * An experiment beside the first of its comparison.
 *
 * @param baseline the first
 * @param other the experiment
 */
public record ExperimentDifference(ComparedExperiment baseline, ComparedExperiment other) {

  /** Returns the differences of all experiments but the first to the first. */
  static List<ExperimentDifference> of(List<ComparedExperiment> lines) {
    return lines.stream()
        .skip(1)
        .map(line -> new ExperimentDifference(lines.get(0), line))
        .toList();
  }

  /** Returns the difference of the devices' mean test accuracy at the end. */
  public PairedDifference accuracy() {
    return end(summary -> orNaN(summary.accuracy().meanTestAccuracy()));
  }

  /** Returns the difference of the worst device's test accuracy at the end. */
  public PairedDifference worst() {
    return end(summary -> orNaN(summary.accuracy().minTestAccuracy()));
  }

  /** Returns the difference of the payload bytes sent per device. */
  public PairedDifference bytes() {
    return end(summary -> summary.bytes().bytesSentPerDevice());
  }

  /** Returns the difference of the seconds that a run took. */
  public PairedDifference seconds() {
    return end(summary -> summary.timing().wallSeconds());
  }

  private PairedDifference end(ToDoubleFunction<Summary> figure) {
    return PairedDifference.between(baseline, other, run -> figure.applyAsDouble(run.summary()));
  }

  private static double orNaN(Double figure) {
    return figure == null ? Double.NaN : figure;
  }
}
