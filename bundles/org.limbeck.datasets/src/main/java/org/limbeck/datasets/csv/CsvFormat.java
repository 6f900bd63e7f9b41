package org.limbeck.datasets.csv;

import org.limbeck.api.Shape;

/**
 * What the columns of a CSV file are.
 *
 * @param header whether the first line names them
 * @param label the name or number (from 1) of the label column; empty: none
 * @param group the name or number of the column that says to whom a row belongs; empty: none
 * @param height pixels from top to bottom if rows are images, or 0
 * @param width pixels from left to right if rows are images, or 0
 */
record CsvFormat(boolean header, String label, String group, int height, int width) {
  /** The descriptions of the options of these names. */
  static final String HEADER = "Whether the first line names the columns";

  static final String GROUP =
      "The name or number of the column that says to whom a row belongs; empty: none";
  static final String HEIGHT = "Pixels from top to bottom if rows are images; 0: they are not";
  static final String WIDTH = "Pixels from left to right if rows are images; 0: they are not";
  static final String MOST_PIXELS = "1024";

  /** Returns the same format with another label column. */
  CsvFormat labelledBy(String other) {
    return new CsvFormat(header, other, group, height, width);
  }

  /**
   * Returns the shape of rows.
   *
   * @throws IllegalArgumentException if images of that size have another number of values
   */
  Shape shape(int features) {
    if (height == 0 && width == 0) {
      return new Shape(1, 1, features);
    }
    if (height == 0 || width == 0 || features % (height * width) != 0) {
      throw new IllegalArgumentException(
          "height, width: " + features + " columns are no images of " + height + "x" + width);
    }
    return new Shape(height, width, features / (height * width));
  }
}
