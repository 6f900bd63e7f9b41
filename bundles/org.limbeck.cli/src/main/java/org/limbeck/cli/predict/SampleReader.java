package org.limbeck.cli.predict;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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

  private final String source;

  /**
   * Makes a reader.
   *
   * @param source what to call the input in messages
   */
  SampleReader(String source) {
    this.source = source;
  }

  /**
   * Reads all samples.
   *
   * @throws InvalidInputException if there is none, or one is not made of numbers
   */
  List<Sample> read(Reader reader) throws IOException {
    List<Sample> samples = new ArrayList<>();
    try (CSVParser parser = FORMAT.parse(reader)) {
      boolean first = true;
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (!first || !isHeader(record)) {
          samples.add(new Sample(line, features(record, line)));
        }
        first = false;
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    if (samples.isEmpty()) {
      throw wrong(
          0, "there are no samples in it; one line holds one sample, as numbers and commas");
    }
    return samples;
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
