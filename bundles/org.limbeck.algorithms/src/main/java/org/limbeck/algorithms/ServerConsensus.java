package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.Simplex;
import org.limbeck.api.Stateful;

/**
 * What devices aim at after an exchange, on reference rows that are known by their ids; no rows at
 * first.
 */
final class ServerConsensus implements Stateful {
  private final Simplex simplex;
  private final Block rows;

  ServerConsensus(int capacity, int classes) {
    this.simplex = new Simplex(classes);
    this.rows = new Block(capacity, classes);
  }

  /**
   * Replaces all rows by what a rule makes of the mean soft decisions that the server has sent.
   * These are projected onto the simplex before, as a codec may have moved them off it.
   */
  void replace(Block mean, ConsensusRule rule) {
    int width = rows.width();
    rows.rows(0);
    for (int i = 0; i < mean.rows(); i++) {
      add(mean.ids()[i], mean.values(), i * width);
      int at = (rows.rows() - 1) * width;
      simplex.project(rows.values(), at);
      if (!rule.aggregate(rows.values(), at)) {
        rows.rows(rows.rows() - 1);
      }
    }
  }

  /** Adds a row, whose target stands at {@code from}. */
  void add(int id, float[] values, int from) {
    int row = rows.rows();
    rows.rows(row + 1);
    rows.ids()[row] = id;
    System.arraycopy(values, from, rows.values(), row * rows.width(), rows.width());
  }

  /** Returns all rows: not a copy. */
  Block rows() {
    return rows;
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
