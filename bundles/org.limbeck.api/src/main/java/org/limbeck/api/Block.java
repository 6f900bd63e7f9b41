package org.limbeck.api;

import java.util.Objects;

/**
 * A reusable buffer of rows of equal width, row-major, each row with an id. Row {@code i} stands at
 * {@code values()[i * width()]} and following; {@code ids()[i]} says which row of a dataset, or of
 * an estimate, it is. Only the first {@link #rows()} rows count.
 *
 * <p>A block is lent for the duration of a call: who is handed one neither keeps it nor its arrays.
 * Not safe for use by several threads at once.
 */
public final class Block {
  private final int width;
  private final int[] ids;
  private final float[] values;
  private int rows;

  /**
   * Makes an empty block.
   *
   * @param capacity the most rows it can hold, at least 0
   * @param width values per row, at least 1
   * @throws IllegalArgumentException if a number is out of range
   */
  public Block(int capacity, int width) {
    if (capacity < 0 || width < 1) {
      throw new IllegalArgumentException("no block has " + capacity + " rows of " + width);
    }
    this.width = width;
    this.ids = new int[capacity];
    this.values = new float[Math.multiplyExact(capacity, width)];
  }

  /** Returns the number of rows that count, from 0 to {@link #capacity()}. */
  public int rows() {
    return rows;
  }

  /**
   * Sets the number of rows that count; their contents stay as they are.
   *
   * @throws IndexOutOfBoundsException if {@code rows} is below 0 or above {@link #capacity()}
   */
  public void rows(int rows) {
    Objects.checkIndex(rows, ids.length + 1);
    this.rows = rows;
  }

  /** Returns the most rows that this block can hold. */
  public int capacity() {
    return ids.length;
  }

  /** Returns the number of values of a row. */
  public int width() {
    return width;
  }

  /** Returns the ids of the rows: the live array, of length {@link #capacity()}. */
  public int[] ids() {
    return ids;
  }

  /** Returns the values: the live array, of length {@link #capacity()} × {@link #width()}. */
  public float[] values() {
    return values;
  }

  /** Takes over the number of rows and their ids from {@code other}, and no values. */
  public void selectLike(Block other) {
    rows(other.rows);
    System.arraycopy(other.ids, 0, ids, 0, rows);
  }
}
