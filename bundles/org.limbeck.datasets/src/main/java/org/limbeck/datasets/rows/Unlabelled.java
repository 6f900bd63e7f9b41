package org.limbeck.datasets.rows;

import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;

/** Rows for reference: their labels stay here. */
public abstract class Unlabelled implements ReferenceDataset {
  private final Table rows;

  /** Offers all rows of a table. */
  protected Unlabelled(Table rows) {
    this.rows = rows;
  }

  @Override
  public final Shape shape() {
    return rows.shape();
  }

  @Override
  public final int rows() {
    return rows.rows();
  }

  @Override
  public final void read(int row, float[] into, int offset) {
    rows.read(row, into, offset);
  }
}
