package org.limbeck.api;

import java.util.Arrays;

/**
 * Numbers the rows of a table in the order in which they first appear, so that values need to be
 * kept for those rows only. Used by one thread at a time; reading is safe for several.
 */
public final class RowIndex {
  private static final int ABSENT = -1;

  private final int[] places;
  private int size;

  /** Makes an index of {@code rows} rows, none of which has appeared. */
  public RowIndex(int rows) {
    this.places = new int[rows];
    Arrays.fill(places, ABSENT);
  }

  /** Returns the number of rows, whether they have appeared or not. */
  public int rows() {
    return places.length;
  }

  /** Returns the number of rows that have appeared. */
  public int size() {
    return size;
  }

  /** Returns the place of a row, from 0; -1 if it has not appeared. */
  public int place(int row) {
    return places[row];
  }

  /** Returns the place of a row, which is a new one if the row has not appeared before. */
  public int add(int row) {
    if (places[row] == ABSENT) {
      places[row] = size++;
    }
    return places[row];
  }

  /** Lets all rows disappear. */
  public void clear() {
    Arrays.fill(places, ABSENT);
    size = 0;
  }

  /**
   * Returns values with room for all rows that have appeared: those given if they have it, and
   * otherwise a longer copy with zeros behind.
   *
   * @param values values per row, row by row in the order of the places
   * @param width values per row
   */
  public float[] fit(float[] values, int width) {
    int needed = Math.multiplyExact(size, width);
    if (values.length >= needed) {
      return values;
    }
    int most = Math.multiplyExact(places.length, width);
    return Arrays.copyOf(values, Math.min(most, Math.max(needed, values.length + needed / 2)));
  }
}
