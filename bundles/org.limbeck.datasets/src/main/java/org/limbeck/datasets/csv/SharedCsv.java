package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.limbeck.api.Shape;

/**
 * A CSV file without labels that all devices have. It says which columns rows have, and how they
 * are scaled, for those of other files too.
 *
 * @param file the file
 * @param format how it is written
 * @param rows what is in it
 * @param scaling how its columns are scaled
 */
record SharedCsv(Path file, CsvFormat format, CsvRows rows, Scaling scaling) {

  /**
   * Reads the file.
   *
   * @param scale the name of the scaling
   * @throws IllegalArgumentException if it has no rows, or is malformed
   */
  static SharedCsv of(Path file, CsvFormat format, String scale) {
    CsvRows rows = new CsvReader(file, format).read();
    return new SharedCsv(
        file, format, rows, Scaling.of(scale, rows.values(), rows.columns().size()));
  }

  /** Returns the shape of a row. */
  Shape shape() {
    return format.shape(rows.columns().size());
  }

  /**
   * Returns the first rows, scaled, all of class 0.
   *
   * @param count how many
   * @throws IllegalArgumentException if there are not so many, or classes are asked for
   */
  NumericTable first(int count, int... classes) {
    if (classes.length > 0) {
      throw new IllegalArgumentException(
          "classes: rows without labels are of no class; give label, or leave classes out");
    }
    int all = rows.values().size();
    if (count > all) {
      throw new IllegalArgumentException(
          "rows: there are " + all + " rows in " + file + ", not " + count);
    }
    return scaled(rows.values(), new int[all], rows.groups())
        .pick(IntStream.range(0, count).toArray());
  }

  /** Returns rows of these columns, scaled. */
  NumericTable scaled(List<float[]> values, int[] labels, List<String> groups) {
    return new NumericTable(shape(), Scaling.none(rows.columns().size()), values, labels, groups)
        .scaled(scaling);
  }

  /**
   * Checks that the rows of another file have these columns.
   *
   * @throws IllegalArgumentException if they have not; the message says which differs first
   */
  void require(Path other, CsvRows read) {
    List<String> here = rows.columns();
    List<String> there = read.columns();
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (format.header() && !here.get(i).equals(there.get(i))) {
        throw new IllegalArgumentException(
            other
                + ": column '"
                + there.get(i)
                + "' stands where "
                + file
                + " has '"
                + here.get(i)
                + "'");
      }
    }
    if (here.size() != there.size()) {
      throw new IllegalArgumentException(
          other
              + ": there are "
              + there.size()
              + " columns of numbers, and "
              + here.size()
              + " in "
              + file);
    }
  }
}
