package org.limbeck.report.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.limbeck.report.Summary;
import org.limbeck.report.format.OptionalFigures;

/**
 * A comparison as CSV. Bytes are per device, one copy per neighbour; figures that do not exist are
 * empty.
 */
final class ComparisonCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  private final Comparison comparison;

  ComparisonCsv(Comparison comparison) {
    this.comparison = comparison;
  }

  /** Returns a row per run. */
  String runs() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "label",
            "seed",
            "run",
            "algorithm",
            "topology",
            "aggregation",
            "codec",
            "devices",
            "rounds",
            "meanTestAccuracy",
            "minTestAccuracy",
            "bytesSentPerDevice",
            "frameBytesSentPerDevice",
            "wireBytesSentPerDevice",
            "disagreement",
            "trackingError",
            "stationarity",
            "wallSeconds",
            "threads"));
    for (ComparedRun run : comparison.runs()) {
      Summary summary = run.summary();
      rows.add(
          Arrays.asList(
              run.label(),
              summary.setup().seed(),
              run.folder(),
              summary.setup().algorithm(),
              summary.setup().topology(),
              summary.setup().aggregation(),
              summary.setup().codec(),
              summary.devices().size(),
              summary.setup().rounds(),
              summary.accuracy().meanTestAccuracy(),
              summary.accuracy().minTestAccuracy(),
              summary.bytes().bytesSentPerDevice(),
              summary.bytes().frameBytesSentPerDevice(),
              summary.bytes().wireBytesSentPerDevice(),
              summary.convergence().disagreement(),
              summary.convergence().trackingError(),
              summary.convergence().stationarity(),
              summary.timing().wallSeconds(),
              summary.timing().threads()));
    }
    return csv(rows);
  }

  /** Returns a row per run and evaluation. */
  String curves() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "label",
            "seed",
            "round",
            "seconds",
            "bytesSentPerDevice",
            "frameBytesSentPerDevice",
            "meanTestAccuracy",
            "minTestAccuracy",
            "disagreement",
            "trackingError",
            "stationarity"));
    for (ComparedRun run : comparison.runs()) {
      for (CurvePoint point : run.curve()) {
        rows.add(
            Arrays.asList(
                run.label(),
                run.summary().setup().seed(),
                point.round(),
                OptionalFigures.orNull(point.seconds()),
                point.bytes(),
                point.frameBytes(),
                point.accuracy(),
                point.worst(),
                OptionalFigures.orNull(point.disagreement()),
                OptionalFigures.orNull(point.trackingError()),
                OptionalFigures.orNull(point.stationarity())));
      }
    }
    return csv(rows);
  }

  /** Returns a row per experiment: means and standard deviations over its seeds. */
  String lines() {
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "label",
            "runs",
            "meanTestAccuracy",
            "meanTestAccuracySd",
            "minTestAccuracy",
            "minTestAccuracySd",
            "bytesSentPerDevice",
            "bytesSentPerDeviceSd",
            "frameBytesSentPerDevice",
            "frameBytesSentPerDeviceSd",
            "wireBytesSentPerDevice",
            "wireBytesSentPerDeviceSd",
            "rounds",
            "roundsSd",
            "wallSeconds",
            "wallSecondsSd"));
    for (ComparedExperiment line : comparison.lines()) {
      List<Object> row = new ArrayList<>(List.of(line.label(), line.runs().size()));
      for (Spread spread :
          List.of(
              line.accuracy(),
              line.worst(),
              line.bytes(),
              line.frameBytes(),
              line.wireBytes(),
              line.rounds(),
              line.seconds())) {
        row.add(OptionalFigures.orNull(spread.mean()));
        row.add(OptionalFigures.orNull(spread.deviation()));
      }
      rows.add(row);
    }
    return csv(rows);
  }

  /** Returns rows as CSV. */
  static String csv(List<List<Object>> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      for (List<Object> row : rows) {
        printer.printRecord(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written to", e);
    }
    return text.toString();
  }
}
