package org.limbeck.partitions;

import org.limbeck.api.privatedata.LabelledRows;

/** Rows of one class, each with a group. */
final class GroupedLabels implements LabelledRows {
  private final String[] groups;

  GroupedLabels(String... groups) {
    this.groups = groups;
  }

  @Override
  public int rows() {
    return groups.length;
  }

  @Override
  public int label(int row) {
    return 0;
  }

  @Override
  public void read(int row, float[] into, int offset) {
    throw new AssertionError("read features");
  }

  @Override
  public String group(int row) {
    return groups[row];
  }
}
