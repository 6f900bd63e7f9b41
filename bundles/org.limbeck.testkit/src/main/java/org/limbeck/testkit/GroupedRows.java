package org.limbeck.testkit;

import java.util.Arrays;
import org.limbeck.api.privatedata.LabelledRows;

/**
 * Rows with a class and a group, and one feature that is 0.
 *
 * @param labels the class of each
 * @param grouped whether they tell their groups
 */
record GroupedRows(int[] labels, boolean grouped) implements LabelledRows {
  private static final int GROUPS = 48;

  static GroupedRows of(int... labels) {
    return new GroupedRows(labels, true);
  }

  static GroupedRows withoutGroups(int... labels) {
    return new GroupedRows(labels, false);
  }

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public void read(int row, float[] into, int offset) {
    Arrays.fill(into, offset, offset + 1, 0f);
  }

  @Override
  public String group(int row) {
    return grouped ? "group-" + row % GROUPS : "";
  }
}
