package org.limbeck.report.comparison;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.limbeck.report.format.OptionalFigures;

/**
 * A comparison as CSV. Bytes are per device, one copy per neighbour; figures that do not exist are
 * empty.
 */
final class ComparisonCsv {
  private static final List<CsvColumn<ComparedRun>> RUNS =
      List.of(
          new CsvColumn<>("label", ComparedRun::label),
          new CsvColumn<>("seed", run -> run.summary().setup().seed()),
          new CsvColumn<>("run", ComparedRun::folder),
          new CsvColumn<>("algorithm", run -> run.summary().setup().algorithm()),
          new CsvColumn<>("topology", run -> run.summary().setup().topology()),
          new CsvColumn<>("aggregation", run -> run.summary().setup().aggregation()),
          new CsvColumn<>("weighting", run -> run.summary().setup().weighting()),
          new CsvColumn<>("codec", run -> run.summary().setup().codec()),
          new CsvColumn<>("devices", run -> run.summary().devices().size()),
          new CsvColumn<>("rounds", run -> run.summary().setup().rounds()),
          new CsvColumn<>("meanTestAccuracy", run -> run.summary().accuracy().meanTestAccuracy()),
          new CsvColumn<>("minTestAccuracy", run -> run.summary().accuracy().minTestAccuracy()),
          new CsvColumn<>("bytesSentPerDevice", run -> run.summary().bytes().bytesSentPerDevice()),
          new CsvColumn<>(
              "frameBytesSentPerDevice", run -> run.summary().bytes().frameBytesSentPerDevice()),
          new CsvColumn<>(
              "wireBytesSentPerDevice", run -> run.summary().bytes().wireBytesSentPerDevice()),
          new CsvColumn<>("disagreement", run -> run.summary().convergence().disagreement()),
          new CsvColumn<>("trackingError", run -> run.summary().convergence().trackingError()),
          new CsvColumn<>("stationarity", run -> run.summary().convergence().stationarity()),
          new CsvColumn<>("wallSeconds", run -> run.summary().timing().wallSeconds()),
          new CsvColumn<>("threads", run -> run.summary().timing().threads()));

  private static final List<CsvColumn<RunPoint>> CURVES =
      List.of(
          new CsvColumn<>("label", row -> row.run().label()),
          new CsvColumn<>("seed", row -> row.run().summary().setup().seed()),
          new CsvColumn<>("round", row -> row.point().round()),
          new CsvColumn<>("seconds", row -> OptionalFigures.orNull(row.point().seconds())),
          new CsvColumn<>("bytesSentPerDevice", row -> row.point().bytes()),
          new CsvColumn<>("frameBytesSentPerDevice", row -> row.point().frameBytes()),
          new CsvColumn<>("meanTestAccuracy", row -> row.point().accuracy()),
          new CsvColumn<>("minTestAccuracy", row -> row.point().worst()),
          new CsvColumn<>(
              "disagreement", row -> OptionalFigures.orNull(row.point().disagreement())),
          new CsvColumn<>(
              "trackingError", row -> OptionalFigures.orNull(row.point().trackingError())),
          new CsvColumn<>(
              "stationarity", row -> OptionalFigures.orNull(row.point().stationarity())));

  private static final List<CsvColumn<ComparedExperiment>> EXPERIMENTS =
      Stream.<Stream<CsvColumn<ComparedExperiment>>>of(
              Stream.of(
                  new CsvColumn<ComparedExperiment>("label", ComparedExperiment::label),
                  new CsvColumn<ComparedExperiment>("runs", each -> each.runs().size())),
              CsvColumn.spread("meanTestAccuracy", ComparedExperiment::accuracy),
              CsvColumn.spread("minTestAccuracy", ComparedExperiment::worst),
              CsvColumn.spread("bytesSentPerDevice", ComparedExperiment::bytes),
              CsvColumn.spread("frameBytesSentPerDevice", ComparedExperiment::frameBytes),
              CsvColumn.spread("wireBytesSentPerDevice", ComparedExperiment::wireBytes),
              CsvColumn.spread("rounds", ComparedExperiment::rounds),
              CsvColumn.spread("wallSeconds", ComparedExperiment::seconds))
          .flatMap(Function.identity())
          .toList();

  private final Comparison comparison;

  ComparisonCsv(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Returns a row per run. */
  String runs() {
    return CsvColumn.table(RUNS, comparison.runs());
  }

  /** Returns a row per run and evaluation. */
  String curves() {
    return CsvColumn.table(
        CURVES,
        comparison.runs().stream()
            .flatMap(run -> run.curve().stream().map(point -> new RunPoint(run, point)))
            .toList());
  }

  /** Returns a row per experiment: means and standard deviations over its seeds. */
  String lines() {
    return CsvColumn.table(EXPERIMENTS, comparison.lines());
  }

  /** A run at one of its evaluations. */
  private record RunPoint(ComparedRun run, CurvePoint point) {}
}
