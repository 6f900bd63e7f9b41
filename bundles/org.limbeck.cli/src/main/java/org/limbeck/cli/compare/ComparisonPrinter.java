package org.limbeck.cli.compare;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.cli.terminal.TextTable;
import org.limbeck.report.comparison.ComparedExperiment;
import org.limbeck.report.comparison.Comparison;
import org.limbeck.report.comparison.DifferenceFormat;
import org.limbeck.report.comparison.ExperimentDifference;
import org.limbeck.report.comparison.SpreadFormat;

/** Shows a comparison on standard output. */
final class ComparisonPrinter {
  private final Terminal terminal;
  private final boolean json;

  ComparisonPrinter(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * Shows means ± standard deviations over seeds, and the difference in accuracy to the first.
   *
   * @param closing what to say below the table; not in JSON
   */
  void print(Comparison comparison, String closing) {
    if (json) {
      terminal.printJson(ComparisonJson.of(comparison));
      return;
    }
    table(comparison).print(comparison.lines(), terminal);
    terminal.out().println();
    terminal.out().println(closing);
  }

  private static TextTable<ComparedExperiment> table(Comparison comparison) {
    TextTable<ComparedExperiment> table =
        new TextTable<ComparedExperiment>(1)
            .column("", ComparedExperiment::label)
            .column("runs", line -> Integer.toString(line.runs().size()))
            .column("accuracy", line -> SpreadFormat.percent(line.accuracy()));
    Map<String, ExperimentDifference> differences =
        comparison.differences().stream()
            .collect(Collectors.toMap(each -> each.other().label(), Function.identity()));
    if (!differences.isEmpty()) {
      table.column(
          "against " + comparison.lines().get(0).label(),
          line ->
              differences.containsKey(line.label())
                  ? DifferenceFormat.points(differences.get(line.label()).accuracy())
                  : "");
    }
    return table
        .column("worst device", line -> SpreadFormat.percent(line.worst()))
        .column("sent per device", line -> SpreadFormat.bytes(line.bytes()))
        .column("time", line -> SpreadFormat.seconds(line.seconds()));
  }
}
