package org.limbeck.report.comparison;

import java.util.List;

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
    return PairedDifference.between(baseline, other, ComparedRun::accuracy);
  }

  /** Returns the difference of the worst device's test accuracy at the end. */
  public PairedDifference worst() {
    return PairedDifference.between(baseline, other, ComparedRun::worst);
  }

  /** Returns the difference of the payload bytes sent per device. */
  public PairedDifference bytes() {
    return PairedDifference.between(baseline, other, ComparedRun::bytes);
  }

  /** Returns the difference of the seconds that a run took. */
  public PairedDifference seconds() {
    return PairedDifference.between(baseline, other, ComparedRun::seconds);
  }
}
