package org.limbeck.datasets.csv;

import java.nio.file.Path;
import java.util.List;
import org.limbeck.datasets.rows.NameSuggestion;

/**
 * The columns of a file.
 *
 * @param file the file, for messages
 * @param names their names
 */
record CsvColumns(Path file, List<String> names) {

  /**
   * Returns where a column is, from 0.
   *
   * @param column its name, or its number from 1
   * @throws IllegalArgumentException if there is none; the message says which there are
   */
  int index(String column) {
    int index = names.indexOf(column);
    if (index < 0 && column.matches("[1-9]\\d{0,5}")) {
      index = Integer.parseInt(column) - 1;
    }
    if (index < 0 || index >= names.size()) {
      throw new IllegalArgumentException(
          file + ": there is no column '" + column + "'; " + NameSuggestion.help(column, names));
    }
    return index;
  }
}
