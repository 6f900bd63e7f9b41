package org.limbeck.api.preprocessing;

import java.util.List;

/** How some neighbouring cells of a sample become features. Immutable. */
public sealed interface ColumnEncoder permits ScaledColumn, CategoryColumn, PixelColumns {

  /** Returns the names of the cells in their order; empty if they have none. */
  List<String> names();

  /** Returns the names of the features in their order; empty if they have none. */
  default List<String> featureNames() {
    return names();
  }

  /** Returns the number of cells. */
  int cells();

  /** Returns the number of features. */
  int features();

  /**
   * Encodes a cell.
   *
   * @param text what stands in it
   * @param cell which it is, from 0
   * @param into takes the features of the cell
   * @param offset where to put the first feature of these cells
   * @throws IllegalArgumentException if the cell holds something else; the message says what is
   *     allowed, but not where the cell stands
   */
  void encode(String text, int cell, float[] into, int offset);
}
