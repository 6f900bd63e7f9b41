package org.limbeck.report.comparison;

import java.util.List;
import java.util.stream.Collectors;

/** A table for documents: a row per experiment, mean ± standard deviation over its seeds. */
final class MarkdownTable {
  private static final String HEADING =
      """
      | | runs | mean accuracy | worst device | sent per device | with headers | rounds | time |
      |---|--:|--:|--:|--:|--:|--:|--:|
      """;

  String render(List<ComparedExperiment> lines) {
    return lines.stream().map(MarkdownTable::row).collect(Collectors.joining("", HEADING, ""));
  }

  private static String row(ComparedExperiment line) {
    return row(
        List.of(
            line.label(),
            Integer.toString(line.runs().size()),
            SpreadFormat.percent(line.accuracy()),
            SpreadFormat.percent(line.worst()),
            SpreadFormat.bytes(line.bytes()),
            SpreadFormat.bytes(line.frameBytes()),
            SpreadFormat.count(line.rounds()),
            SpreadFormat.seconds(line.seconds())));
  }

  /** Returns a row with these cells. */
  static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
