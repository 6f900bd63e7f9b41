package org.limbeck.report.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.limbeck.report.format.OptionalFigures;

/** A row per experiment but the first: by how much it differs from the first. */
final class DifferenceTables {
  private static final List<CsvColumn<ExperimentDifference>> COLUMNS =
      Stream.<Stream<CsvColumn<ExperimentDifference>>>of(
              Stream.of(
                  new CsvColumn<ExperimentDifference>("label", row -> row.other().label()),
                  new CsvColumn<ExperimentDifference>("against", row -> row.baseline().label()),
                  new CsvColumn<ExperimentDifference>("pairs", row -> row.accuracy().pairs())),
              interval("meanTestAccuracy", ExperimentDifference::accuracy),
              interval("minTestAccuracy", ExperimentDifference::worst),
              interval("bytesSentPerDevice", ExperimentDifference::bytes),
              interval("wallSeconds", ExperimentDifference::seconds))
          .flatMap(Function.identity())
          .toList();

  private final List<ComparedExperiment> lines;

  /**
   * Makes tables.
   *
   * @param lines the experiments, at least one
   */
  DifferenceTables(List<ComparedExperiment> lines) {
    this.lines = lines;
  }

  /** Returns the table for documents. */
  String markdown() {
    String heading =
        MarkdownTable.row(
                List.of(
                    "against " + lines.get(0).label(),
                    "pairs",
                    "mean accuracy",
                    "worst device",
                    "sent per device",
                    "time"))
            + "|---|--:|--:|--:|--:|--:|\n";
    return ExperimentDifference.of(lines).stream()
        .map(DifferenceTables::row)
        .collect(Collectors.joining("", heading, ""));
  }

  /** Returns CSV: differences, and where their intervals begin and end. */
  String csv() {
    return CsvColumn.table(COLUMNS, ExperimentDifference.of(lines));
  }

  private static String row(ExperimentDifference difference) {
    return MarkdownTable.row(
        List.of(
            difference.other().label(),
            Integer.toString(difference.accuracy().pairs()),
            DifferenceFormat.points(difference.accuracy()),
            DifferenceFormat.points(difference.worst()),
            DifferenceFormat.bytes(difference.bytes()),
            DifferenceFormat.seconds(difference.seconds())));
  }

  private static Stream<CsvColumn<ExperimentDifference>> interval(
      String name, Function<ExperimentDifference, PairedDifference> difference) {
    return Stream.of(
        new CsvColumn<>(name, row -> OptionalFigures.orNull(difference.apply(row).mean())),
        new CsvColumn<>(name + "Low", row -> OptionalFigures.orNull(difference.apply(row).low())),
        new CsvColumn<>(
            name + "High", row -> OptionalFigures.orNull(difference.apply(row).high())));
  }
}
