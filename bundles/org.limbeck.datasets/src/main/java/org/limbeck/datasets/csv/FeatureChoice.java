package org.limbeck.datasets.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which columns of a CSV file are features, and of what kind. Columns are given by their names or
 * their numbers from 1.
 *
 * @param columns the features in their order; empty: all columns that are nothing else
 * @param ignored columns that are no features
 * @param categories features that are texts
 * @param dates features that are dates
 * @param missing what is done where a value is missing
 * @param lenient whether {@code ignored} may name columns that are not there
 */
record FeatureChoice(
    List<String> columns,
    List<String> ignored,
    List<String> categories,
    List<String> dates,
    MissingValues missing,
    boolean lenient) {
  /** The descriptions of the options of these names. */
  static final String COLUMNS =
      "The names or numbers of the columns that are features, in this order; empty: all others";

  static final String IGNORE = "The names or numbers of columns to leave aside, such as ids";
  static final String CATEGORIES =
      "The names or numbers of columns of texts: each text becomes a feature, 0 or 1";
  static final String DATES =
      "The names or numbers of columns of dates, such as 2026-01-31 or 2026-01-31T12:00:00";

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if a column is there twice
   */
  FeatureChoice {
    columns = List.copyOf(columns);
    ignored = List.copyOf(ignored);
    categories = List.copyOf(categories);
    dates = List.copyOf(dates);
    List<String> apart = new ArrayList<>(ignored);
    apart.addAll(columns);
    requireDistinct("columns, ignore", apart);
    List<String> kinds = new ArrayList<>(categories);
    kinds.addAll(dates);
    requireDistinct("categories, dates", kinds);
  }

  /** Takes options as they are configured. */
  static FeatureChoice of(
      String[] columns, String[] ignored, String[] categories, String[] dates, String missing) {
    return new FeatureChoice(
        Arrays.asList(columns),
        Arrays.asList(ignored),
        Arrays.asList(categories),
        Arrays.asList(dates),
        MissingValues.named(missing),
        false);
  }

  /** Returns the same for a file that need not have what is ignored. */
  FeatureChoice elsewhere() {
    return new FeatureChoice(columns, ignored, categories, dates, missing, true);
  }

  private static void requireDistinct(String what, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      if (names.indexOf(names.get(i)) < i) {
        throw new IllegalArgumentException(
            what + ": the column '" + names.get(i) + "' is there twice");
      }
    }
  }
}
