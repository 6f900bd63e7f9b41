package org.limbeck.report.comparison;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.report.DeviceFigure;
import org.limbeck.report.MetricsColumn;

/** Reads the {@code metrics.csv} of a run as the course that its mean honest device took. */
final class CurveReader {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private CurveReader() {}

  /**
   * Reads a file.
   *
   * @param seconds how long the run had taken at each evaluation
   * @throws IOException if it cannot be read, or is another file
   */
  static List<CurvePoint> read(Path metrics, List<Double> seconds) throws IOException {
    Map<Long, List<CSVRecord>> rounds = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(metrics)) {
      for (CSVRecord row : FORMAT.parse(reader)) {
        if (!row.get(DeviceFigure.TEST_ACCURACY.column()).isEmpty()
            && text(row, MetricsColumn.ADVERSARY.name()).isEmpty()) {
          rounds
              .computeIfAbsent(
                  Long.valueOf(row.get(MetricsColumn.ROUND.name())), round -> new ArrayList<>())
              .add(row);
        }
      }
    } catch (IllegalArgumentException e) {
      throw new IOException(metrics + " cannot be read: " + e.getMessage(), e);
    }
    List<CurvePoint> curve = new ArrayList<>();
    rounds.forEach((round, rows) -> curve.add(point(round, time(seconds, curve.size()), rows)));
    return curve;
  }

  private static double time(List<Double> seconds, int evaluation) {
    return evaluation < seconds.size() ? seconds.get(evaluation) : Double.NaN;
  }

  private static CurvePoint point(long round, double seconds, List<CSVRecord> rows) {
    return new CurvePoint(
        round,
        seconds,
        mean(rows, DeviceFigure.PAYLOAD_BYTES_SENT),
        mean(rows, DeviceFigure.FRAME_BYTES_SENT),
        mean(rows, DeviceFigure.TEST_ACCURACY),
        rows.stream()
            .mapToDouble(row -> Double.parseDouble(row.get(DeviceFigure.TEST_ACCURACY.column())))
            .min()
            .orElseThrow(),
        meanOfSome(rows, DeviceFigure.DISAGREEMENT),
        meanOfSome(rows, DeviceFigure.TRACKING_ERROR),
        meanOfSome(rows, DeviceFigure.STATIONARITY));
  }

  /** Returns the mean over the devices that have the figure; NaN if none has. */
  private static double meanOfSome(List<CSVRecord> rows, DeviceFigure figure) {
    return rows.stream()
        .map(row -> text(row, figure.column()))
        .filter(text -> !text.isEmpty())
        .mapToDouble(Double::parseDouble)
        .average()
        .orElse(Double.NaN);
  }

  /** Returns a field; empty if the file, of an older version, does not have the column. */
  private static String text(CSVRecord row, String column) {
    return row.isSet(column) ? row.get(column) : "";
  }

  private static double mean(List<CSVRecord> rows, DeviceFigure figure) {
    return rows.stream()
        .mapToDouble(row -> Double.parseDouble(row.get(figure.column())))
        .average()
        .orElseThrow();
  }
}
