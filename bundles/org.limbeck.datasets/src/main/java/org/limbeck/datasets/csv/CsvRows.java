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
 * @param columns the names of the columns of numbers
 * @param values the numbers of each row
 * @param labels the label of each row; empty without a label column
 * @param groups the group of each row; empty without a column of groups
 */
record CsvRows(
    List<String> columns, List<double[]> values, List<String> labels, List<String> groups) {

  CsvRows() {
    this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /**
   * Returns the same rows with the columns that another file has, in their order there: by their
   * names if they have names, and else by their places.
   *
   * @param file the file that these rows are from
   * @param wanted the columns of the other file
   * @param other the other file
   * @param named whether columns have names
   * @throws IllegalArgumentException if a column is missing, or one is there that the other file
   *     has not
   */
  CsvRows inOrder(Path file, List<String> wanted, Path other, boolean named) {
    if (columns.equals(wanted)) {
      return this;
    }
    if (!named) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: there are %d columns of numbers, and %d in %s",
              file,
              columns.size(),
              wanted.size(),
              other));
    }
    requireSameNames(file, wanted, other);
    Map<String, Integer> places = new HashMap<>();
    for (int column = 0; column < columns.size(); column++) {
      places.put(columns.get(column), column);
    }
    int[] from = wanted.stream().mapToInt(places::get).toArray();
    List<double[]> ordered =
        values.stream()
            .map(row -> Arrays.stream(from).mapToDouble(column -> row[column]).toArray())
            .toList();
    return new CsvRows(wanted, ordered, labels, groups);
  }

  /** Returns some of the rows, in the order given. */
  CsvRows pick(int[] rows) {
    return new CsvRows(columns, pick(values, rows), pick(labels, rows), pick(groups, rows));
  }

  private static <T> List<T> pick(List<T> all, int[] rows) {
    return Arrays.stream(rows).mapToObj(all::get).toList();
  }

  private void requireSameNames(Path file, List<String> wanted, Path other) {
    requireNone(missing(wanted, columns), file, "there is no column '%s', which %s has", other);
    requireNone(missing(columns, wanted), file, "there is a column '%s', which %s has not", other);
    requireNone(repeated(columns), file, "two columns are called '%s': which one is in %s?", other);
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
