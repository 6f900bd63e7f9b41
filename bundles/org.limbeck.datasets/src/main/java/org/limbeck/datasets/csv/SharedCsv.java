package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;

/**
 * Rows of a CSV file that all devices have, without labels. The file says which columns rows have,
 * and how they are encoded, for those of other files too.
 *
 * @param file the file
 * @param format how it is written
 * @param rows those of its rows that all devices have
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
   * Returns the first rows.
   *
   * @param count how many
   * @throws IllegalArgumentException if there are not so many, or classes are asked for
   */
  SharedCsv first(int count, int... classes) {
    if (classes.length > 0) {
      throw new IllegalArgumentException(
          "classes: rows without labels are of no class; give label, or leave classes out");
    }
    int all = rows.size();
    if (count > all) {
      throw new IllegalArgumentException(
          "rows: there are " + all + " rows in " + file + ", not " + count);
    }
    return pick(IntStream.range(0, count).toArray());
  }

  /** Returns some of the rows, in the order given. */
  SharedCsv pick(int... chosen) {
    return new SharedCsv(file, format, rows.pick(chosen), encoding);
  }

  /** Returns the rows as features, all of class 0. */
  NumericTable table() {
    return encoded(file, rows, new int[rows.size()]);
  }

  /**
   * Returns the same rows, encoded as the private rows are.
   *
   * @return empty if they are encoded so, or columns cannot be matched: the private rows are of no
   *     table, only one of both has names, or neither has and they are not as many
   * @throws IllegalArgumentException if they have columns of other names or kinds
   */
  Optional<SharedCsv> encodedBy(FeatureEncoding other) {
    List<String> names = other.names();
    boolean bothNamed = format.header() && !names.isEmpty();
    boolean noneNamed = !format.header() && names.isEmpty();
    boolean asMany = other.columns().size() == rows.columns().size();
    if (!other.isTable() || !(bothNamed || (noneNamed && asMany))) {
      return Optional.empty();
    }
    CsvRows ordered = bothNamed ? rows.inOrder(file, names, "the private dataset", true) : rows;
    other.requireKinds(file, ordered);
    return other.equals(encoding)
        ? Optional.empty()
        : Optional.of(new SharedCsv(file, format, ordered, other));
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
    return read.inOrder(place, rows.names(), file.toString(), format.header());
  }
}
