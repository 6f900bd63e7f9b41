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

  String render(List<Line> lines) {
    return lines.stream().map(MarkdownTable::row).collect(Collectors.joining("", HEADING, ""));
  }

  private static String row(Line line) {
    return row(
        List.of(
            line.label(),
            Integer.toString(line.runs().size()),
            Amounts.percent(line.accuracy()),
            Amounts.percent(line.worst()),
            Amounts.bytes(line.bytes()),
            Amounts.bytes(line.frameBytes()),
            Amounts.count(line.rounds()),
            Amounts.seconds(line.seconds())));
  }

  /** Returns a row with these cells. */
  static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
