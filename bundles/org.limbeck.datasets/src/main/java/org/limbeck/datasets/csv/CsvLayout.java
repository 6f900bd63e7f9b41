package org.limbeck.datasets.csv;

import org.limbeck.datasets.catalog.CommentLines;
import org.limbeck.datasets.catalog.Separator;

/**
 * How cells stand in the lines of a CSV file.
 *
 * @param header whether the first line names the columns
 * @param separator what stands between cells, a character or {@code tab}; empty: the one of comma,
 *     semicolon, tab and bar that is in the first line
 * @param comment the character that begins a line to leave aside; empty: none does
 */
record CsvLayout(boolean header, String separator, String comment) {
  /** The descriptions of the options of these names. */
  static final String HEADER = "Whether the first line names the columns";

  static final String SEPARATOR =
      "What stands between cells: a character, or 'tab'; empty: the one of , ; tab | that is in the"
          + " first line";

  static final String COMMENT =
      "The character that begins lines to leave aside, such as '#'; empty: there are no such lines";

  /**
   * Checks the characters.
   *
   * @throws IllegalArgumentException if one may not stand between cells, or begin a comment
   */
  CsvLayout {
    Separator.require(separator);
    CommentLines.require(comment, separator);
  }
}
