package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;

/**
 * A CSV file without labels that all devices have. It says which columns rows have, and how they
 * are encoded, for those of other files too.
 *
 * @param file the file
 * @param format how it is written
 * @param rows what is in it
 * @param encoding how its columns become features
 */
record SharedCsv(Path file, CsvFormat format, CsvRows rows, FeatureEncoding encoding) {

  /**
   * Reads the file.
   *
   * @param scale the name of the scaling
   * @throws IllegalArgumentException if it has no rows, or is malformed
   */
  static SharedCsv of(Path file, CsvFormat format, String scale) {
    CsvRows rows = new CsvReader(file, format).read();
    return new SharedCsv(file, format, rows, FeatureEncoding.of(file, format, scale, rows));
  }

  /** Returns the shape of a row. */
  Shape shape() {
    return format.shape(encoding.features());
  }

  /**
   * Returns the first rows, all of class 0.
   *
   * @param count how many
   * @throws IllegalArgumentException if there are not so many, or classes are asked for
   */
  NumericTable first(int count, int... classes) {
    if (classes.length > 0) {
      throw new IllegalArgumentException(
          "classes: rows without labels are of no class; give label, or leave classes out");
    }
    int all = rows.size();
    if (count > all) {
      throw new IllegalArgumentException(
          "rows: there are " + all + " rows in " + file + ", not " + count);
    }
    return encoded(file, rows, new int[all]).pick(IntStream.range(0, count).toArray());
  }

  /** Returns rows of these columns as features. */
  NumericTable encoded(Path place, CsvRows read, int[] labels) {
    return NumericTable.encoded(place, format, encoding, read, labels);
  }

  /** Returns what people should know about the file. */
  List<String> notices() {
    return encoding.notices(file, rows);
  }

  /**
   * Returns the rows of another file in the order of these columns.
   *
   * @throws IllegalArgumentException if they have other columns
   */
  CsvRows inOrder(Path place, CsvRows read) {
    return read.inOrder(place, rows.names(), file, format.header());
  }
}
