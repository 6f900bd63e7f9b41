package org.limbeck.testkit;

import org.limbeck.api.privatedata.LabelledRows;

/** Rows that pass every call on. */
class WrappedRows implements LabelledRows {
  final LabelledRows rows;

  WrappedRows(LabelledRows rows) {
    this.rows = rows;
  }

  @Override
  public int rows() {
    return rows.rows();
  }

  @Override
  public int label(int row) {
    return rows.label(row);
  }

  @Override
  public void read(int row, float[] into, int offset) {
    rows.read(row, into, offset);
  }
}
