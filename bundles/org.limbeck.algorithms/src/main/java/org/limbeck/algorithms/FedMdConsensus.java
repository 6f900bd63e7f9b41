package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.Simplex;
import org.limbeck.api.Stateful;

/**
 * The mean soft decisions that the server sent last, projected onto the simplex where a codec has
 * moved them off it; no rows at first.
 */
final class FedMdConsensus implements Stateful {
  private final Simplex simplex;
  private final Block rows;

  FedMdConsensus(int capacity, int classes) {
    this.simplex = new Simplex(classes);
    this.rows = new Block(capacity, classes);
  }

  /** Replaces all rows. */
  void replace(Block mean) {
    rows.selectLike(mean);
    System.arraycopy(mean.values(), 0, rows.values(), 0, mean.rows() * mean.width());
    for (int i = 0; i < rows.rows(); i++) {
      simplex.project(rows.values(), i * rows.width());
    }
  }

  /** Returns how many rows there are. */
  int size() {
    return rows.rows();
  }

  /**
   * Copies some rows with their ids.
   *
   * @param places which rows, from 0 to {@link #size()} − 1
   * @param count how many of {@code places}
   */
  void copy(int[] places, int count, Block into) {
    int width = rows.width();
    into.rows(count);
    for (int i = 0; i < count; i++) {
      into.ids()[i] = rows.ids()[places[i]];
      System.arraycopy(rows.values(), places[i] * width, into.values(), i * width, width);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(rows.rows());
    for (int i = 0; i < rows.rows(); i++) {
      out.writeInt(rows.ids()[i]);
    }
    for (int i = 0; i < rows.rows() * rows.width(); i++) {
      out.writeFloat(rows.values()[i]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > rows.capacity()) {
      throw new IOException("expected at most " + rows.capacity() + " mean rows, not " + count);
    }
    rows.rows(count);
    for (int i = 0; i < count; i++) {
      rows.ids()[i] = in.readInt();
    }
    for (int i = 0; i < count * rows.width(); i++) {
      rows.values()[i] = in.readFloat();
    }
  }
}
