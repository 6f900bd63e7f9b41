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
    return List.of(
            line.label().replace("|", "\\|"),
            Integer.toString(line.runs().size()),
            Amounts.percent(line.accuracy()),
            Amounts.percent(line.worst()),
            Amounts.bytes(line.bytes()),
            Amounts.bytes(line.frameBytes()),
            Amounts.count(line.rounds()),
            Amounts.seconds(line.seconds()))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
