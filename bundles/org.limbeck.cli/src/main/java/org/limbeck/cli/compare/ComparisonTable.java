package org.limbeck.cli.compare;

import java.io.PrintWriter;
import java.util.List;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.report.comparison.ComparedExperiment;
import org.limbeck.report.comparison.Comparison;
import org.limbeck.report.comparison.SpreadFormat;
import picocli.CommandLine.Help.Ansi;

/** A comparison, a row per experiment: mean ± standard deviation over its seeds. */
final class ComparisonTable {
  private final Ansi ansi;

  ComparisonTable(Ansi ansi) {
    this.ansi = ansi;
  }

  void print(Comparison comparison, PrintWriter out) {
    TextTable table = new TextTable(ansi, 1);
    table.row(List.of("", "runs", "accuracy", "worst device", "sent per device", "time"));
    for (ComparedExperiment line : comparison.lines()) {
      table.row(
          List.of(
              line.label(),
              Integer.toString(line.runs().size()),
              SpreadFormat.percent(line.accuracy()),
              SpreadFormat.percent(line.worst()),
              SpreadFormat.bytes(line.bytes()),
              SpreadFormat.seconds(line.seconds())));
    }
    table.print(out);
  }
}
