package org.limbeck.report.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final List<CsvColumn<Row>> COLUMNS =
      Stream.<Stream<CsvColumn<Row>>>of(
              Stream.of(
                  new CsvColumn<Row>("label", row -> row.line().label()),
                  new CsvColumn<Row>("runs", row -> row.line().runs().size()),
                  new CsvColumn<Row>("measure", row -> row.measure().text())),
              CsvColumn.spread("first", row -> row.convergence().first()),
              CsvColumn.spread("last", row -> row.convergence().last()),
              CsvColumn.spread("rate", row -> row.convergence().rate()))
          .flatMap(Function.identity())
          .toList();

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
    return CsvColumn.table(
        COLUMNS,
        Arrays.stream(ConvergenceMeasure.values())
            .flatMap(measure -> lines.stream().map(line -> Row.of(line, measure)))
            .toList());
  }

  /** What a row is about. */
  private record Row(ComparedExperiment line, ConvergenceMeasure measure, Convergence convergence) {

    static Row of(ComparedExperiment line, ConvergenceMeasure measure) {
      return new Row(line, measure, Convergence.of(measure, line));
    }
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
