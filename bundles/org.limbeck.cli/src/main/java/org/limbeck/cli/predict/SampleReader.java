package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.api.MemoryShare;
import org.limbeck.datasets.catalog.CsvText;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * Reads samples from CSV: one per line, numbers only. Empty lines and those that begin with {@code
 * #} are left out, and so is the first of the others if it has no number: a header.
 */
final class SampleReader {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setQuote(null)
          .setIgnoreSurroundingSpaces(true)
          .get();

  /** What a sample takes besides its numbers. */
  private static final int SAMPLE_BYTES = 160;

  private final String source;
  private final MemoryShare memory;

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   */
  SampleReader(String source) {
    this(source, MemoryShare.ofHeap());
  }

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   * @param memory what all samples may take
   */
  SampleReader(String source, MemoryShare memory) {
    this.source = source;
    this.memory = memory;
  }

  /**
   * Reads all samples.
   *
   * @throws InvalidInputException if there is none, one is not made of numbers, or they are too
   *     long or too many
   */
  List<Sample> read(Reader reader) throws IOException {
    List<Sample> samples = new ArrayList<>();
    long bytes = 0;
    try (CsvText text = new CsvText(reader);
        CSVParser parser = FORMAT.parse(text)) {
      boolean first = true;
      for (CSVRecord record : parser) {
        text.endRow();
        long line = parser.getCurrentLineNumber();
        if (!first || !isHeader(record)) {
          samples.add(new Sample(line, features(record, line)));
          bytes += SAMPLE_BYTES + (long) Float.BYTES * record.size();
          requireRoom(bytes, line);
        }
        first = false;
      }
    } catch (UncheckedIOException e) {
      throw wrong(0, e.getCause().getMessage());
    }
    if (samples.isEmpty()) {
      throw wrong(
          0, "there are no samples in it; one line holds one sample, as numbers and commas");
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
    return new InvalidInputException(new Origin(source, Math.toIntExact(line), ""), message);
  }

  private float[] features(CSVRecord record, long line) {
    float[] features = new float[record.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = number(record.get(i));
      if (!Float.isFinite(features[i])) {
        throw wrong(line, "value " + (i + 1) + " is not a number: '" + record.get(i) + "'");
      }
    }
    return features;
  }

  private static boolean isHeader(CSVRecord record) {
    return record.stream().noneMatch(cell -> Float.isFinite(number(cell)));
  }

  private static float number(String cell) {
    try {
      return Float.parseFloat(cell);
    } catch (NumberFormatException e) {
      return Float.NaN;
    }
  }
}
