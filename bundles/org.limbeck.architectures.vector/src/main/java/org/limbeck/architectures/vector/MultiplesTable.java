package org.limbeck.architectures.vector;

import java.util.Arrays;

/** The multiples 0, s, 2s, … of a number, kept as a table. Safe for use by several threads. */
final class MultiplesTable {
  private final int step;
  private volatile int[] multiples = {};

  MultiplesTable(int step) {
    this.step = step;
  }

  /** Returns an array that begins with the first {@code count} multiples; not to be changed. */
  int[] first(int count) {
    int[] known = multiples;
    if (known.length < count) {
      known = new int[count];
      Arrays.setAll(known, i -> i * step);
      multiples = known;
    }
    return known;
  }
}
