package org.limbeck.report.comparison;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.limbeck.report.format.OptionalFigures;

/**
 * A column of a CSV table.
 *
 * @param name its heading
 * @param value takes its value from what a row is about; null is written as an empty field
 * @param <R> what a row is about
 */
record CsvColumn<R>(String name, Function<R, Object> value) {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

  /** Returns a column for the mean and one for the standard deviation; empty where not finite. */
  static <R> Stream<CsvColumn<R>> spread(String name, Function<R, Spread> spread) {
    return Stream.of(
        new CsvColumn<>(name, row -> OptionalFigures.orNull(spread.apply(row).mean())),
        new CsvColumn<>(name + "Sd", row -> OptionalFigures.orNull(spread.apply(row).deviation())));
  }

  /** Returns the headings, and a row for each. */
  static <R> String table(List<CsvColumn<R>> columns, List<R> rows) {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
      printer.printRecord(columns.stream().map(CsvColumn::name));
      for (R row : rows) {
        printer.printRecord(columns.stream().map(column -> column.value().apply(row)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written to", e);
    }
    return text.toString();
  }
}
