package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.limbeck.api.preprocessing.MissingValue;
import org.limbeck.datasets.catalog.ColumnNumber;
import org.limbeck.datasets.catalog.NameSuggestion;

/**
 * What the columns of a file are.
 *
 * @param size how many there are
 * @param label where the label is, from 0; −1 if there is none
 * @param group where the group is, from 0; −1 if there is none
 * @param columns the features
 * @param places where each of them is, from 0
 */
record CsvHeader(int size, int label, int group, List<FeatureColumn> columns, int[] places) {

  /**
   * Finds the columns that a format names.
   *
   * @param file the file, for messages
   * @param first the cells of its first line
   * @throws IllegalArgumentException if one is not there, is two things, or there is no feature
   */
  static CsvHeader of(Path file, CsvFormat format, List<String> first) {
    List<String> names =
        format.header()
            ? first
            : IntStream.rangeClosed(1, first.size()).mapToObj(String::valueOf).toList();
    Finder finder = new Finder(file, names);
    FeatureChoice choice = format.features();
    int label = format.label().isEmpty() ? -1 : finder.place(format.label());
    int group = format.group().isEmpty() ? -1 : finder.place(format.group());
    Set<Integer> others = finder.there(choice.ignored(), choice.lenient());
    others.add(label);
    others.add(group);
    List<Integer> places = finder.places(choice.columns());
    if (places.isEmpty()) {
      places = IntStream.range(0, names.size()).filter(i -> !others.contains(i)).boxed().toList();
    }
    finder.requireApart(places, label, group);
    if (format.header()) {
      finder.requireNames(places);
    }
    Set<Integer> categories = new HashSet<>(finder.places(choice.categories()));
    Set<Integer> dates = new HashSet<>(finder.places(choice.dates()));
    finder.requireAmong(places, categories, "categories");
    finder.requireAmong(places, dates, "dates");
    List<FeatureColumn> columns = new ArrayList<>();
    for (int place : places) {
      FeatureColumn.Kind kind =
          categories.contains(place)
              ? FeatureColumn.Kind.CATEGORY
              : dates.contains(place) ? FeatureColumn.Kind.DATE : FeatureColumn.Kind.NUMBER;
      columns.add(new FeatureColumn(names.get(place), kind));
    }
    return new CsvHeader(
        names.size(), label, group, columns, places.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Returns whether a row misses the value of a feature, or its label. */
  boolean misses(CSVRecord row) {
    return (label >= 0 && MissingValue.is(row.get(label)))
        || IntStream.of(places).anyMatch(place -> MissingValue.is(row.get(place)));
  }

  /** Finds columns by their names, or by their numbers from 1. */
  private record Finder(Path file, List<String> names) {

    int place(String column) {
      int place = places(column);
      if (place < 0) {
        throw new IllegalArgumentException(
            file + ": there is no column '" + column + "'; " + NameSuggestion.help(column, names));
      }
      return place;
    }

    List<Integer> places(List<String> columns) {
      return columns.stream().map(this::place).toList();
    }

    Set<Integer> there(List<String> columns, boolean lenient) {
      Set<Integer> found = new HashSet<>();
      for (String column : columns) {
        found.add(lenient ? places(column) : place(column));
      }
      return found;
    }

    void requireApart(List<Integer> features, int label, int group) {
      if (features.isEmpty()) {
        throw new IllegalArgumentException(file + ": there is no column of numbers");
      }
      for (int other : new int[] {label, group}) {
        if (features.contains(other)) {
          throw new IllegalArgumentException(
              file + ": column '" + names.get(other) + "' is the label or group, and no feature");
        }
      }
      if (new HashSet<>(features).size() < features.size()) {
        throw new IllegalArgumentException(file + ": columns: one column is there twice");
      }
    }

    /** A sample is matched with columns by their names, so that each must have its own. */
    void requireNames(List<Integer> features) {
      Set<String> seen = new HashSet<>();
      for (int place : features) {
        String name = names.get(place);
        if (name.isEmpty()) {
          throw new IllegalArgumentException(
              file
                  + ": column "
                  + (place + 1)
                  + " has no name in the first line: give it one, or leave it aside by ignore");
        }
        if (!seen.add(name)) {
          throw twice(name, "give one of them another name, or leave it aside by ignore");
        }
      }
    }

    void requireAmong(List<Integer> features, Set<Integer> some, String option) {
      for (int place : some) {
        if (!features.contains(place)) {
          throw new IllegalArgumentException(
              file + ": " + option + ": column '" + names.get(place) + "' is no feature");
        }
      }
    }

    private IllegalArgumentException twice(String name, String advice) {
      return new IllegalArgumentException(
          file
              + ": columns "
              + (names.indexOf(name) + 1)
              + " and "
              + (names.lastIndexOf(name) + 1)
              + " are both called '"
              + name
              + "': "
              + advice);
    }

    private int places(String column) {
      int place = names.indexOf(column);
      if (place != names.lastIndexOf(column)) {
        throw twice(column, "say by its number which one is meant");
      }
      int numbered = ColumnNumber.place(column);
      return place < 0 && numbered < names.size() ? numbered : place;
    }
  }
}
