package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The rows of a CSV file as they stand in it.
 *
 * @param columns the columns of features
 * @param values what stands in the columns of each row, {@code NaN} where it is missing
 * @param labels the label of each row; empty without a label column
 * @param groups the group of each row; empty without a column of groups
 * @param notices what people should know about the file
 */
record CsvRows(
    List<FeatureColumn> columns,
    List<double[]> values,
    List<String> labels,
    List<String> groups,
    List<String> notices) {

  CsvRows() {
    this(
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
   * @param other the other file
   * @param named whether columns have names
   * @throws IllegalArgumentException if a column is missing, or one is there that the other file
   *     has not
   */
  CsvRows inOrder(Path file, List<String> wanted, Path other, boolean named) {
    List<String> names = names();
    if (names.equals(wanted)) {
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
    requireSameNames(file, wanted, other);
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < names.size(); column++) {
      places.put(names.get(column), column);
    }
    int[] from = wanted.stream().mapToInt(places::get).toArray();
    List<double[]> ordered =
        values.stream()
            .map(row -> Arrays.stream(from).mapToDouble(column -> row[column]).toArray())
            .toList();
    return new CsvRows(
        Arrays.stream(from).mapToObj(columns::get).toList(), ordered, labels, groups, notices);
  }

  /** Returns some of the rows, in the order given. */
  CsvRows pick(int[] rows) {
    return new CsvRows(
        columns, pick(values, rows), pick(labels, rows), pick(groups, rows), notices);
  }

  private static <T> List<T> pick(List<T> all, int[] rows) {
    return Arrays.stream(rows).mapToObj(all::get).toList();
  }

  private void requireSameNames(Path file, List<String> wanted, Path other) {
    List<String> names = names();
    requireNone(missing(wanted, names), file, "there is no column '%s', which %s has", other);
    requireNone(missing(names, wanted), file, "there is a column '%s', which %s has not", other);
    requireNone(repeated(names), file, "two columns are called '%s': which one is in %s?", other);
    requireNone(repeated(wanted), other, "two columns are called '%s': which one is in %s?", file);
  }

  private static List<String> missing(List<String> wanted, List<String> there) {
    Set<String> names = new HashSet<>(there);
    return wanted.stream().filter(name -> !names.contains(name)).toList();
  }

  private static List<String> repeated(List<String> names) {
    Set<String> seen = new HashSet<>();
    return names.stream().filter(name -> !seen.add(name)).toList();
  }

  private static void requireNone(List<String> names, Path file, String message, Path other) {
    if (!names.isEmpty()) {
      throw new IllegalArgumentException(
          file + ": " + String.format(Locale.ROOT, message, names.get(0), other));
    }
  }
}
