package org.limbeck.cli.compare;

import java.util.List;
import org.limbeck.report.comparison.ComparedExperiment;
import org.limbeck.report.comparison.Comparison;
import org.limbeck.report.comparison.Spread;

/** A comparison as {@code limbeck compare --json} writes it: the components are its keys. */
record ComparisonJson(String title, List<Row> experiments) {

  /** A mean over seeds, and its sample standard deviation; null where one does not exist. */
  record Figure(Double mean, Double sd) {
    private static Figure of(Spread spread) {
      return new Figure(orNull(spread.mean()), orNull(spread.deviation()));
    }

    private static Double orNull(double value) {
      return Double.isFinite(value) ? value : null;
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
        comparison.title(), comparison.lines().stream().map(Row::of).toList());
  }
}
