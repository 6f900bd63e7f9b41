package org.limbeck.datasets.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.limbeck.datasets.catalog.CsvText;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.catalog.DecimalNumber;
import org.limbeck.datasets.rows.NameSuggestion;

/** Reads a CSV file. Used by one thread, once. */
final class CsvReader {
  /** What people write where they do not know the class of a row. */
  private static final Set<String> MISSING =
      Set.of("", "?", "NA", "N/A", "NaN", "nan", "null", "NULL");

  /** What a row takes besides its numbers and the characters of its label and group. */
  private static final int ROW_BYTES = 160;

  private final Path file;
  private final CsvFormat format;
  private final MemoryShare memory;
  private final CsvRows rows = new CsvRows();
  private List<String> names;
  private int label = -1;
  private int group = -1;
  private long bytes;

  CsvReader(Path file, CsvFormat format) {
    this(file, format, MemoryShare.ofHeap(), 0);
  }

  /**
   * Makes a reader of one of several files.
   *
   * @param memory what the rows of all may take
   * @param bytes what those of the files before take
   */
  CsvReader(Path file, CsvFormat format, MemoryShare memory, long bytes) {
    this.file = file;
    this.format = format;
    this.memory = memory;
    this.bytes = bytes;
  }

  /** Returns how much memory the rows read so far take, those of the files before too. */
  long bytes() {
    return bytes;
  }

  /**
   * Reads all rows.
   *
   * @throws IllegalArgumentException if there are none, or one is malformed: with line and column
   */
  CsvRows read() {
    CsvRows read = readAny();
    if (read.values().isEmpty()) {
      throw new IllegalArgumentException(file + ": there are no rows in it");
    }
    return read;
  }

  /**
   * Reads all rows, of which there may be none.
   *
   * @throws IllegalArgumentException if one is malformed: with line and column
   */
  CsvRows readAny() {
    try (CsvText text = new CsvText(DataFiles.open(file));
        CSVParser parser = CsvText.FORMAT.parse(text)) {
      for (CSVRecord row : parser) {
        text.endRow();
        requireShortValues(row, parser.getCurrentLineNumber());
        boolean first = names == null;
        if (first) {
          columns(row);
        }
        if (!first || !format.header()) {
          add(row, parser.getCurrentLineNumber());
        }
      }
    } catch (UncheckedIOException e) {
      throw DataFiles.unreadable(file, e.getCause());
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
    return rows;
  }

  private void columns(CSVRecord first) {
    names =
        format.header()
            ? first.toList()
            : IntStream.rangeClosed(1, first.size()).mapToObj(String::valueOf).toList();
    label = format.label().isEmpty() ? -1 : index(format.label());
    group = format.group().isEmpty() ? -1 : index(format.group());
    for (int column = 0; column < names.size(); column++) {
      if (column != label && column != group) {
        rows.columns().add(names.get(column));
      }
    }
    if (rows.columns().isEmpty()) {
      throw new IllegalArgumentException(file + ": there is no column of numbers");
    }
  }

  /** Returns where a column is, from 0, by its name or by its number from 1. */
  private int index(String column) {
    int index = names.indexOf(column);
    if (index < 0 && column.matches("[1-9]\\d{0,5}")) {
      index = Integer.parseInt(column) - 1;
    }
    if (index < 0 || index >= names.size()) {
      throw new IllegalArgumentException(
          file + ": there is no column '" + column + "'; " + NameSuggestion.help(column, names));
    }
    return index;
  }

  private void add(CSVRecord row, long line) {
    if (row.size() != names.size()) {
      throw new IllegalArgumentException(
          file + ":" + line + ": " + row.size() + " columns, not " + names.size());
    }
    double[] values = new double[rows.columns().size()];
    int to = 0;
    for (int column = 0; column < row.size(); column++) {
      if (column != label && column != group) {
        values[to++] = number(row.get(column), line, column);
      }
    }
    String labelled = label < 0 ? "" : label(row.get(label), line);
    String grouped = group < 0 ? "" : row.get(group);
    count(values, labelled, grouped, line);
    rows.values().add(values);
    rows.labels().add(labelled);
    rows.groups().add(grouped);
  }

  private void requireShortValues(CSVRecord row, long line) {
    for (int column = 0; column < row.size(); column++) {
      if (row.get(column).length() > InputLimits.CSV_VALUE_CHARACTERS) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s:%d: column %d has %,d characters, and a value may have %,d",
                file,
                line,
                column + 1,
                row.get(column).length(),
                InputLimits.CSV_VALUE_CHARACTERS));
      }
    }
  }

  private String label(String cell, long line) {
    if (MISSING.contains(cell)) {
      throw new IllegalArgumentException(
          file + ":" + line + ": the label is missing: '" + cell + "' is no class");
    }
    return cell;
  }

  private void count(double[] values, String labelled, String grouped, long line) {
    bytes += ROW_BYTES + (long) Double.BYTES * values.length;
    bytes += (long) Character.BYTES * (labelled.length() + grouped.length());
    if (bytes > memory.bytes()) {
      memory.require(file + ":" + line + ": what stands up to here", bytes);
    }
  }

  private double number(String cell, long line, int column) {
    double number = DecimalNumber.parse(cell);
    if (Double.isNaN(number)) {
      throw new IllegalArgumentException(
          file + ":" + line + ": column '" + names.get(column) + "': '" + cell + "' is no number");
    }
    return number;
  }
}
