package org.limbeck.cli.compare;

import java.util.List;
import org.limbeck.report.comparison.ComparedExperiment;
import org.limbeck.report.comparison.Comparison;
import org.limbeck.report.comparison.ExperimentDifference;
import org.limbeck.report.comparison.PairedDifference;
import org.limbeck.report.comparison.Spread;

/** A comparison as {@code limbeck compare --json} writes it: the components are its keys. */
record ComparisonJson(String title, List<Row> experiments, List<Differences> differences) {

  /** A mean over seeds, and its sample standard deviation; null where one does not exist. */
  record Figure(Double mean, Double sd) {
    private static Figure of(Spread spread) {
      return new Figure(orNull(spread.mean()), orNull(spread.deviation()));
    }

    private static Double orNull(double value) {
      return Double.isFinite(value) ? value : null;
    }
  }

  /**
   * A mean difference over seeds to the first experiment, and its confidence interval; null where
   * they do not exist.
   *
   * @param none whether 0 lies in the interval; null without one
   */
  record Difference(Double mean, Double low, Double high, int pairs, Boolean none) {
    private static Difference of(PairedDifference difference) {
      return new Difference(
          Figure.orNull(difference.mean()),
          Figure.orNull(difference.low()),
          Figure.orNull(difference.high()),
          difference.pairs(),
          difference.hasInterval() ? difference.isNone() : null);
    }
  }

  /** How an experiment differs from the first. */
  record Differences(
      String label,
      String against,
      Difference meanTestAccuracy,
      Difference minTestAccuracy,
      Difference bytesSentPerDevice,
      Difference wallSeconds) {
    private static Differences of(ExperimentDifference each) {
      return new Differences(
          each.other().label(),
          each.baseline().label(),
          Difference.of(each.accuracy()),
          Difference.of(each.worst()),
          Difference.of(each.bytes()),
          Difference.of(each.seconds()));
    }
  }

  record Row(
      String label,
      List<Long> seeds,
      List<String> runs,
      Figure meanTestAccuracy,
      Figure minTestAccuracy,
      Figure bytesSentPerDevice,
      Figure frameBytesSentPerDevice,
      Figure wireBytesSentPerDevice,
      Figure rounds,
      Figure wallSeconds) {

    private static Row of(ComparedExperiment line) {
      return new Row(
          line.label(),
          line.runs().stream().map(run -> run.summary().setup().seed()).toList(),
          line.runs().stream().map(run -> run.folder()).toList(),
          Figure.of(line.accuracy()),
          Figure.of(line.worst()),
          Figure.of(line.bytes()),
          Figure.of(line.frameBytes()),
          Figure.of(line.wireBytes()),
          Figure.of(line.rounds()),
          Figure.of(line.seconds()));
    }
  }

  static ComparisonJson of(Comparison comparison) {
    return new ComparisonJson(
        comparison.title(),
        comparison.lines().stream().map(Row::of).toList(),
        comparison.differences().stream().map(Differences::of).toList());
  }
}
