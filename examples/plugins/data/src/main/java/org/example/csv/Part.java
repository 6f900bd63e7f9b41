package org.example.csv;

import java.util.List;
import java.util.Objects;
import org.limbeck.api.privatedata.LabelledRows;

/** Some rows of a table, the class after the features. */
record Part(List<float[]> table, int features, float scale) implements LabelledRows {

  @Override
  public int rows() {
    return table.size();
  }

  @Override
  public int label(int row) {
    return (int) table.get(row)[features];
  }

  @Override
  public void read(int row, float[] into, int offset) {
    float[] values = table.get(row);
    Objects.checkFromIndexSize(offset, features, into.length);
    for (int i = 0; i < features; i++) {
      into[offset + i] = values[i] / scale;
    }
  }
}
