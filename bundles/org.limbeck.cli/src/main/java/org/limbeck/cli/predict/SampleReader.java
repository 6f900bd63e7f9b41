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
import org.limbeck.api.preprocessing.MissingValue;
import org.limbeck.datasets.catalog.CommentLines;
import org.limbeck.datasets.catalog.CsvText;
import org.limbeck.datasets.catalog.NameSuggestion;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * Reads samples from CSV, one per line. Empty lines and comments are left out, and so are columns
 * that hold neither a value nor a label. Used by one thread, once.
 */
final class SampleReader {
  /** What a sample takes besides its values. */
  private static final int SAMPLE_BYTES = 160;

  /** What a value takes besides its characters. */
  private static final int CELL_BYTES = 56;

  private final String source;
  private final SampleColumns columns;
  private final SampleFormat format;
  private final MemoryShare memory;
  private final CommentLines comments = new CommentLines();
  private SampleLayout layout;
  private int dropped;
  private long firstDropped;

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   * @param columns what samples hold
   * @param format how the file is written
   */
  SampleReader(String source, SampleColumns columns, SampleFormat format) {
    this(source, columns, format, MemoryShare.ofHeap());
  }

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   * @param columns what samples hold
   * @param format how the file is written
   * @param memory what all samples may take
   */
  SampleReader(String source, SampleColumns columns, SampleFormat format, MemoryShare memory) {
    this.source = source;
    this.columns = columns;
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
      for (CSVRecord record : parser) {
        text.endRow();
        long line = parser.getCurrentLineNumber();
        comments.see(record, line);
        boolean first = layout == null;
        if (first) {
          layout = layout(record.toList(), line);
        }
        if ((!first || !layout.hasHeader()) && !isDropped(record, line)) {
          samples.add(new Sample(line, values(record, line), label(record)));
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

  /** Returns what people should know about what was read. */
  List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (layout != null && !layout.leftAside().isEmpty()) {
      notices.add(source + ": left aside: " + NameSuggestion.listed(layout.leftAside()));
    }
    if (dropped > 0) {
      notices.add(
          source
              + ": "
              + dropped
              + " rows are left out, the first at line "
              + firstDropped
              + ": values are missing, and the experiment says missing: drop");
    }
    return notices;
  }

  /** Finds out from the first line that is none to leave out. */
  private SampleLayout layout(List<String> cells, long line) {
    try {
      return columns.layout(cells);
    } catch (IllegalArgumentException e) {
      throw wrong(line, e.getMessage());
    }
  }

  private boolean isDropped(CSVRecord record, long line) {
    boolean isDropped =
        columns.options().dropsMissing()
            && values(record, line).stream().anyMatch(MissingValue::is);
    if (isDropped) {
      firstDropped = dropped == 0 ? line : firstDropped;
      dropped++;
    }
    return isDropped;
  }

  private List<String> values(CSVRecord record, long line) {
    if (layout.columns() != 0 && record.size() != layout.columns()) {
      throw wrong(line, record.size() + " columns, not " + layout.columns() + unnamedHint());
    }
    return layout
        .places()
        .map(places -> Arrays.stream(places).mapToObj(record::get).toList())
        .orElseGet(record::toList);
  }

  private String unnamedHint() {
    return layout.places().isPresent()
        ? ""
        : ": without a first line that names columns, a line holds "
            + NameSuggestion.listed(columns.names());
  }

  private Optional<String> label(CSVRecord record) {
    return layout.label() < 0
        ? Optional.empty()
        : Optional.of(record.get(layout.label())).filter(cell -> !MissingValue.is(cell));
  }
}
