package org.limbeck.architectures.external;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Finds rows of one model again by their ids, which is quicker than by their features. An id is
 * trusted only while the features are the same, as it may be given to another row.
 */
final class RowNumbers {
  private static final int ABSENT = -1;

  /** Rows with larger ids are looked for by their features. */
  private static final int LARGEST_ID = 1 << 22;

  /** Numbers + 1 by ids, for each role. */
  private final Map<RowRole, int[]> byId = new EnumMap<>(RowRole.class);

  private RowTable table;

  /** Forgets all if rows are numbered in another table from now on. */
  void use(RowTable table) {
    if (this.table != table) {
      this.table = table;
      for (RowRole role : RowRole.values()) {
        byId.put(role, new int[0]);
      }
    }
  }

  /** Returns the number of a row of the table; -1 if no row has its features. */
  int find(RowRole role, int id, float[] values, int at) {
    int number = known(role, id, values, at);
    if (role == RowRole.ASKED) {
      number = number < 0 ? known(RowRole.REFERENCE, id, values, at) : number;
      number = number < 0 ? known(RowRole.PRIVATE, id, values, at) : number;
    }
    if (number < 0) {
      number = table.find(values, at);
      if (number >= 0) {
        put(role, id, number);
      }
    }
    return number;
  }

  /** Notes the number of a row. */
  void put(RowRole role, int id, int number) {
    if (id < 0 || id > LARGEST_ID) {
      return;
    }
    int[] numbers = byId.get(role);
    if (id >= numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(id + 1, numbers.length + numbers.length / 2));
      byId.put(role, numbers);
    }
    numbers[id] = number + 1;
  }

  private int known(RowRole role, int id, float[] values, int at) {
    int[] numbers = byId.get(role);
    if (id < 0 || id >= numbers.length || numbers[id] == 0) {
      return ABSENT;
    }
    int number = numbers[id] - 1;
    return table.matches(number, values, at) ? number : ABSENT;
  }
}
