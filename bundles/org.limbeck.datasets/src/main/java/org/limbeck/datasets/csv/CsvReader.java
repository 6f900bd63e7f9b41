package org.limbeck.datasets.csv;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.preprocessing.MissingValue;
import org.limbeck.datasets.catalog.CommentLines;
import org.limbeck.datasets.catalog.CsvText;
import org.limbeck.datasets.catalog.DataFiles;

/** Reads a CSV file. Used by one thread, once. */
final class CsvReader {
  /** What a row takes besides its numbers and the characters of its label and group. */
  private static final int ROW_BYTES = 184;

  private final Path file;
  private final CsvFormat format;
  private final MemoryShare memory;
  private final CsvRows rows = new CsvRows();
  private final CommentLines comments = new CommentLines();
  private CsvHeader header;
  private int dropped;
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
      throw new IllegalArgumentException(file + ": there are no rows in it" + comments.hint());
    }
    return read;
  }

  /**
   * Reads all rows, of which there may be none.
   *
   * @throws IllegalArgumentException if one is malformed: with line and column
   */
  CsvRows readAny() {
    CsvLayout layout = format.layout();
    try (CsvText text = CsvText.of(DataFiles.open(file), layout.separator(), layout.comment());
        CSVParser parser = text.format().parse(text)) {
      for (CSVRecord row : parser) {
        text.endRow();
        take(row, parser.getCurrentLineNumber());
      }
      tell(text.foundSeparator());
      return rows;
    } catch (UncheckedIOException e) {
      throw refused(DataFiles.unreadable(file, e.getCause()));
    } catch (IOException e) {
      throw refused(DataFiles.unreadable(file, e));
    } catch (IllegalArgumentException e) {
      throw refused(e);
    }
  }

  private IllegalArgumentException refused(IllegalArgumentException e) {
    String hint = comments.hint();
    return hint.isEmpty() ? e : new IllegalArgumentException(e.getMessage() + hint, e);
  }

  private void take(CSVRecord row, long line) {
    boolean first = header == null;
    if (first && format.header()) {
      comments.seeNames(row, line);
    } else {
      comments.see(row, line);
    }
    requireShortValues(row, line);
    if (first) {
      header = CsvHeader.of(file, format, row.toList());
      rows.columns().addAll(header.columns());
    }
    if (!first || !format.header()) {
      add(row, line);
    }
  }

  private void tell(Optional<String> separator) {
    separator.ifPresent(
        found ->
            rows.notices()
                .add(file + ": " + found + " stands between cells, as in its first line"));
    if (comments.count() > 0) {
      rows.notices()
          .add(
              file
                  + ": "
                  + comments.count()
                  + " lines begin with '#' and are taken for rows: with '#' as the option comment,"
                  + " they are left aside");
    }
    if (dropped > 0) {
      int all = dropped + rows.size();
      rows.notices()
          .add(file + ": " + dropped + " of " + all + " rows are left out: values are missing");
    }
  }

  private void add(CSVRecord row, long line) {
    if (row.size() != header.size()) {
      throw new IllegalArgumentException(
          file + ":" + line + ": " + row.size() + " columns, not " + header.size());
    }
    MissingValues missing = format.features().missing();
    if (missing == MissingValues.DROP && header.misses(row)) {
      dropped++;
      return;
    }
    double[] values = new double[header.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(header.columns().get(i), row.get(header.places()[i]), missing, line);
    }
    String labelled = header.label() < 0 ? "" : label(row.get(header.label()), line);
    String grouped = header.group() < 0 ? "" : row.get(header.group());
    count(values, labelled, grouped, line);
    rows.values().add(values);
    rows.lines().add(line);
    rows.labels().add(labelled);
    rows.groups().add(grouped);
  }

  private double value(FeatureColumn column, String cell, MissingValues missing, long line) {
    boolean gap = MissingValue.is(cell);
    if (gap && missing.fills()) {
      return Double.NaN;
    }
    try {
      if (gap && column.kind() == FeatureColumn.Kind.CATEGORY) {
        throw new IllegalArgumentException("'" + cell + "' is no category");
      }
      return column.value(cell);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          file
              + ":"
              + line
              + ": column '"
              + column.name()
              + "': "
              + e.getMessage()
              + (gap ? "; a value that is missing needs missing: drop, mean or median" : ""),
          e);
    }
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
    if (MissingValue.is(cell)) {
      throw new IllegalArgumentException(
          file
              + ":"
              + line
              + ": the label is missing: '"
              + cell
              + "' is no class; missing: drop leaves such rows out");
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
}
