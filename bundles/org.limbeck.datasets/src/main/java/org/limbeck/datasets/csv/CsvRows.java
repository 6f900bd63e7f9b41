package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limbeck.api.preprocessing.NameMatch;

/**
 * The rows of a CSV file as they stand in it.
 *
 * @param columns the columns of features
 * @param values what stands in the columns of each row, {@code NaN} where it is missing
 * @param labels the label of each row; empty without a label column
 * @param groups the group of each row; empty without a column of groups
 * @param lines the line on which each row ends, from 1
 * @param notices what people should know about the file
 */
record CsvRows(
    List<FeatureColumn> columns,
    List<double[]> values,
    List<String> labels,
    List<String> groups,
    List<Long> lines,
    List<String> notices) {

  CsvRows() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }

  /** Returns the number of rows. */
  int size() {
    return values.size();
  }

  /** Returns what stands in a column. */
  double[] column(int column) {
    return values.stream().mapToDouble(row -> row[column]).toArray();
  }

  /** Returns the names of the columns. */
  List<String> names() {
    return columns.stream().map(FeatureColumn::name).toList();
  }

  /**
   * Returns the same rows with the columns that another file has, in their order there: by their
   * names if they have names, and else by their places.
   *
   * @param file the file that these rows are from
   * @param wanted the names of the columns of the other file
   * @param other the other file, as messages name it
   * @param named whether columns have names
   * @throws IllegalArgumentException if a column is missing, or one is there that the other file
   *     has not
   */
  CsvRows inOrder(Path file, List<String> wanted, String other, boolean named) {
    List<String> names = names();
    if (names.equals(wanted) || (!named && names.size() == wanted.size())) {
      return this;
    }
    if (!named) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: there are %d columns of numbers, and %d in %s",
              file,
              names.size(),
              wanted.size(),
              other));
    }
    NameMatch match = NameMatch.of(wanted, names);
    requireNone(match.missing(), file, "there is no column '%s', which %s has", other);
    requireNone(match.extra(), file, "there is a column '%s', which %s has not", other);
    int[] from = match.places();
    List<double[]> ordered =
        values.stream()
            .map(row -> Arrays.stream(from).mapToDouble(column -> row[column]).toArray())
            .toList();
    return new CsvRows(
        Arrays.stream(from).mapToObj(columns::get).toList(),
        ordered,
        labels,
        groups,
        lines,
        notices);
  }

  /** Returns some of the rows, in the order given. */
  CsvRows pick(int[] rows) {
    return new CsvRows(
        columns,
        pick(values, rows),
        pick(labels, rows),
        pick(groups, rows),
        pick(lines, rows),
        notices);
  }

  private static <T> List<T> pick(List<T> all, int[] rows) {
    return Arrays.stream(rows).mapToObj(all::get).toList();
  }

  private static void requireNone(List<String> names, Path file, String message, String other) {
    if (!names.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": " + String.format(Locale.ROOT, message, names.get(0), other));
    }
  }
}
