package org.limbeck.report.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.limbeck.report.format.OptionalFigures;

/**
 * How fast experiments converge: a row per experiment and {@link ConvergenceMeasure}, with {@link
 * Convergence}, mean and standard deviation over seeds.
 */
final class ConvergenceTables {
  private static final String HEADING =
      """
      | | runs | | first | last | rate |
      |---|--:|---|--:|--:|--:|
      """;

  private final List<ComparedExperiment> lines;

  ConvergenceTables(List<ComparedExperiment> lines) {
    this.lines = lines;
  }

  /** Returns the table for documents, without measures that no experiment has. */
  String markdown() {
    return ConvergencePlot.of(lines).stream()
        .map(ConvergencePlot::measure)
        .flatMap(measure -> lines.stream().map(line -> row(measure, line)))
        .collect(Collectors.joining("", HEADING, ""));
  }

  /** Returns CSV; what does not exist is empty. */
  String csv() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "label", "runs", "measure", "first", "firstSd", "last", "lastSd", "rate", "rateSd"));
    for (ConvergenceMeasure measure : ConvergenceMeasure.values()) {
      for (ComparedExperiment line : lines) {
        Convergence convergence = Convergence.of(measure, line);
        List<Object> row =
            new ArrayList<>(Arrays.asList(line.label(), line.runs().size(), measure.text()));
        for (Spread spread : List.of(convergence.first(), convergence.last(), convergence.rate())) {
          row.add(OptionalFigures.orNull(spread.mean()));
          row.add(OptionalFigures.orNull(spread.deviation()));
        }
        rows.add(row);
      }
    }
    return ComparisonCsv.csv(rows);
  }

  private static String row(ConvergenceMeasure measure, ComparedExperiment line) {
    Convergence convergence = Convergence.of(measure, line);
    return MarkdownTable.row(
        List.of(
            line.label(),
            Integer.toString(line.runs().size()),
            measure.text(),
            SpreadFormat.figure(convergence.first()),
            SpreadFormat.figure(convergence.last()),
            SpreadFormat.rate(convergence.rate())));
  }
}
