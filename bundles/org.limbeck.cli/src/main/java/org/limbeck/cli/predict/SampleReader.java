package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.preprocessing.DecimalNumber;
import org.limbeck.api.preprocessing.MissingValue;
import org.limbeck.api.preprocessing.NameMatch;
import org.limbeck.datasets.catalog.CommentLines;
import org.limbeck.datasets.catalog.CsvText;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * Reads samples from CSV, one per line. Empty lines and comments are left out. Where values have
 * names, a first line that has them all is a header, whatever their order, and columns of other
 * names are left aside; without names, and where all values are numbers, a first line that has no
 * number is one.
 */
final class SampleReader {
  /** What a sample takes besides its values. */
  private static final int SAMPLE_BYTES = 160;

  /** What a value takes besides its characters. */
  private static final int CELL_BYTES = 56;

  /**
   * How samples stand in lines.
   *
   * @param hasHeader whether the first line names columns
   * @param columns how many columns lines have, where they have names
   * @param places the column of each value; empty if they are in order
   */
  private record Layout(boolean hasHeader, int columns, Optional<int[]> places) {}

  private final String source;
  private final List<String> names;
  private final boolean numeric;
  private final SampleFormat format;
  private final MemoryShare memory;
  private final CommentLines comments = new CommentLines();

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   * @param names the names of the values in their order; empty if they have none
   * @param numeric whether all values are numbers
   * @param format how the file is written
   */
  SampleReader(String source, List<String> names, boolean numeric, SampleFormat format) {
    this(source, names, numeric, format, MemoryShare.ofHeap());
  }

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   * @param names the names of the values in their order; empty if they have none
   * @param numeric whether all values are numbers
   * @param format how the file is written
   * @param memory what all samples may take
   */
  SampleReader(
      String source, List<String> names, boolean numeric, SampleFormat format, MemoryShare memory) {
    this.source = source;
    this.names = List.copyOf(names);
    this.numeric = numeric;
    this.format = format;
    this.memory = memory;
  }

  /**
   * Reads all samples.
   *
   * @param in is closed
   * @throws InvalidInputException if there is none, or they are no text or table, too long or too
   *     many
   */
  List<Sample> read(InputStream in) throws IOException {
    List<Sample> samples = new ArrayList<>();
    long bytes = 0;
    try (CsvText text = CsvText.of(in, format.separator(), format.comment());
        CSVParser parser = text.format().parse(text)) {
      Layout layout = null;
      for (CSVRecord record : parser) {
        text.endRow();
        long line = parser.getCurrentLineNumber();
        comments.see(record, line);
        boolean first = layout == null;
        if (first) {
          layout = layout(record.toList(), line);
        }
        if (!first || !layout.hasHeader()) {
          samples.add(new Sample(line, values(record, layout, line)));
          bytes += SAMPLE_BYTES;
          for (String cell : record) {
            bytes += CELL_BYTES + (long) Character.BYTES * cell.length();
          }
          requireRoom(bytes, line);
        }
      }
    } catch (UncheckedIOException e) {
      throw wrong(0, e.getCause().getMessage());
    } catch (ClosedByInterruptException e) {
      throw e;
    } catch (IOException e) {
      throw wrong(0, e.getMessage());
    }
    if (samples.isEmpty()) {
      throw wrong(0, "there are no samples in it; one line holds one sample");
    }
    return samples;
  }

  private void requireRoom(long bytes, long line) {
    try {
      memory.require("what stands up to here", bytes);
    } catch (IllegalArgumentException e) {
      throw wrong(line, e.getMessage());
    }
  }

  /** Returns the error of a sample that cannot be classified. */
  InvalidInputException wrong(long line, String message) {
    return new InvalidInputException(
        new Origin(source, Math.toIntExact(line), ""), message + comments.hint());
  }

  /** Finds out from the first line that is none to leave out. */
  private Layout layout(List<String> cells, long line) {
    boolean hasNoNumber = cells.stream().noneMatch(SampleReader::isNumber);
    if (names.isEmpty()) {
      boolean hasGap = cells.stream().anyMatch(MissingValue::is);
      return new Layout(numeric && hasNoNumber && !hasGap, 0, Optional.empty());
    }
    NameMatch match = NameMatch.of(names, cells);
    for (String name : match.repeated()) {
      if (names.contains(name)) {
        throw wrong(line, "two columns are called '" + name + "'");
      }
    }
    List<String> missing = match.missing();
    if (missing.isEmpty()) {
      return new Layout(true, cells.size(), Optional.of(match.places()));
    }
    if (hasNoNumber || missing.size() < names.size()) {
      throw wrong(
          line, "there is no column '" + missing.get(0) + "', which the device has learnt from");
    }
    return new Layout(false, 0, Optional.empty());
  }

  private List<String> values(CSVRecord record, Layout layout, long line) {
    if (layout.places().isEmpty()) {
      return record.toList();
    }
    if (record.size() != layout.columns()) {
      throw wrong(line, record.size() + " columns, not " + layout.columns());
    }
    return Arrays.stream(layout.places().get()).mapToObj(record::get).toList();
  }

  private static boolean isNumber(String cell) {
    return !Double.isNaN(DecimalNumber.parse(cell));
  }
}
