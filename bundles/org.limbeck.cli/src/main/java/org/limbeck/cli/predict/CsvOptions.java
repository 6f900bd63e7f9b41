package org.limbeck.cli.predict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.limbeck.datasets.catalog.ColumnNumber;
import org.limbeck.experiment.PluginChoice;

/**
 * What an experiment says about the CSV files that a device has learnt from. Columns are given by
 * their names or their numbers from 1, as the plug-ins {@code csv} and {@code own-csv} take them.
 *
 * @param hasHeader whether the first line names the columns
 * @param separator what stands between cells; empty: what is in the first line
 * @param label the column of the labels; empty: none is known
 * @param columns the features in their order; empty: all columns but the others
 * @param others the group, and the columns to leave aside
 * @param dropsMissing whether rows are left out in which a value is missing
 */
record CsvOptions(
    boolean hasHeader,
    String separator,
    String label,
    List<String> columns,
    List<String> others,
    boolean dropsMissing) {
  /** Nothing is known. */
  static final CsvOptions NONE = new CsvOptions(true, "", "", List.of(), List.of(), false);

  private static final Set<String> PLUGINS = Set.of("csv", "own-csv");

  /** Copies the lists. */
  CsvOptions {
    columns = List.copyOf(columns);
    others = List.copyOf(others);
  }

  /** Returns what the options of the plug-in for private data say; nothing if it is another. */
  static CsvOptions of(PluginChoice data) {
    if (!PLUGINS.contains(data.name())) {
      return NONE;
    }
    List<String> others = new ArrayList<>(texts(data, "ignore"));
    String group = text(data, "group");
    if (!group.isEmpty()) {
      others.add(group);
    }
    return new CsvOptions(
        !Boolean.FALSE.equals(data.options().get("header")),
        text(data, "separator"),
        text(data, "label"),
        texts(data, "columns"),
        others,
        text(data, "missing").equals("drop"));
  }

  /**
   * Returns where the features are in lines without names, from 0.
   *
   * @param size how many columns there are
   */
  int[] numbered(int size) {
    if (!columns.isEmpty()) {
      return columns.stream().mapToInt(ColumnNumber::place).filter(at -> at < size).toArray();
    }
    Set<Integer> aside = new HashSet<>(others.stream().map(ColumnNumber::place).toList());
    aside.add(numberedLabel());
    return IntStream.range(0, size).filter(at -> !aside.contains(at)).toArray();
  }

  /** Returns where the label is by its number, from 0; −1 if it is not given by one. */
  int numberedLabel() {
    return ColumnNumber.place(label);
  }

  private static String text(PluginChoice data, String option) {
    return String.valueOf(data.options().getOrDefault(option, ""));
  }

  private static List<String> texts(PluginChoice data, String option) {
    return data.options().get(option) instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }
}
