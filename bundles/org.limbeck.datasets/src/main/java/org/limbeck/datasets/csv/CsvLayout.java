package org.limbeck.datasets.csv;

/**
 * How cells stand in the lines of a CSV file.
 *
 * @param header whether the first line names the columns
 * @param separator what stands between cells, a character or {@code tab}; empty: the one of comma,
 *     semicolon, tab and bar that is in the first line
 */
record CsvLayout(boolean header, String separator) {
  /** The descriptions of the options of these names. */
  static final String HEADER = "Whether the first line names the columns";

  static final String SEPARATOR =
      "What stands between cells: a character, or 'tab'; empty: the one of , ; tab | that is in the"
          + " first line";

  /**
   * Checks the separator.
   *
   * @throws IllegalArgumentException if it is not a character that may stand between cells
   */
  CsvLayout {
    boolean named = separator.isEmpty() || separator.equals("tab");
    if (!named && (separator.length() != 1 || "\"\r\n#".contains(separator))) {
      throw new IllegalArgumentException(
          "separator: a character such as , or ; or 'tab' stands between cells, not '"
              + separator
              + "'");
    }
  }
}
