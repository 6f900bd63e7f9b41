package org.limbeck.datasets.csv;

import org.limbeck.api.Shape;

/**
 * What a CSV file looks like.
 *
 * @param layout how cells stand in lines
 * @param label the name or number (from 1) of the label column; empty: none
 * @param group the name or number of the column that says to whom a row belongs; empty: none
 * @param features which columns are features, and of what kind
 * @param height pixels from top to bottom if rows are images, or 0
 * @param width pixels from left to right if rows are images, or 0
 */
record CsvFormat(
    CsvLayout layout, String label, String group, FeatureChoice features, int height, int width) {
  /** The descriptions of the options of these names. */
  static final String GROUP =
      "The name or number of the column that says to whom a row belongs; empty: none";

  static final String HEIGHT = "Pixels from top to bottom if rows are images; 0: they are not";
  static final String WIDTH = "Pixels from left to right if rows are images; 0: they are not";
  static final String MOST_PIXELS = "1024";

  /** Returns whether the first line names the columns. */
  boolean header() {
    return layout.header();
  }

  /** Returns the same format with another label column. */
  CsvFormat labelledBy(String other) {
    return new CsvFormat(layout, other, group, features, height, width);
  }

  /** Returns the same format for a file beside the one that says which columns there are. */
  CsvFormat elsewhere() {
    return new CsvFormat(layout, label, group, features.elsewhere(), height, width);
  }

  /**
   * Returns the shape of rows.
   *
   * @throws IllegalArgumentException if images of that size have another number of values
   */
  Shape shape(int values) {
    if (height == 0 && width == 0) {
      return new Shape(1, 1, values);
    }
    if (height == 0 || width == 0 || values % (height * width) != 0) {
      throw new IllegalArgumentException(
          "height, width: " + values + " columns are no images of " + height + "x" + width);
    }
    return new Shape(height, width, values / (height * width));
  }
}
