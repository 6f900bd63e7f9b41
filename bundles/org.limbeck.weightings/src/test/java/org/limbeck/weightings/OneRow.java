package org.limbeck.weightings;

import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;

/** Reference data that no weighting here reads. */
record OneRow() implements ReferenceDataset {
  @Override
  public Shape shape() {
    return new Shape(1, 1, 1);
  }

  @Override
  public int rows() {
    return 1;
  }

  @Override
  public void read(int row, float[] into, int offset) {
    into[offset] = 0;
  }
}
