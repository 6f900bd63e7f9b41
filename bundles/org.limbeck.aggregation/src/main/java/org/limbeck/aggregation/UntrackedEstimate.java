package org.limbeck.aggregation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.limbeck.api.Block;
import org.limbeck.api.RowIndex;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/**
 * An estimate without tracking: a device publishes its soft decisions as they are, and what it and
 * its neighbours say of a row is combined afresh in every round. Nobody's influence outlives the
 * round. Targets are kept for rows that were exchanged only, and soft decisions for the round.
 *
 * <p>γ has no meaning here: nothing is fed back, so nothing can build up.
 */
final class UntrackedEstimate implements Estimate {
  private final int classes;
  private final FreshRule rule;
  private final RowIndex index;
  private final NeighbourDecisions neighbourhood;
  private float[] targets = {};
  private Block fresh;

  UntrackedEstimate(int rows, int classes, FreshRule rule) {
    this.classes = classes;
    this.rule = rule;
    this.index = new RowIndex(rows);
    this.neighbourhood = new NeighbourDecisions(classes);
    this.fresh = new Block(0, classes);
  }

  @Override
  public void inject(Block decisions) {
    if (fresh.capacity() != decisions.rows()) {
      fresh = new Block(decisions.rows(), classes);
    }
    fresh.selectLike(decisions);
    System.arraycopy(decisions.values(), 0, fresh.values(), 0, decisions.rows() * classes);
  }

  @Override
  public void publish(Block out) {
    for (int row = 0; row < out.rows(); row++) {
      int place = place(out.ids()[row], row);
      int to = row * classes;
      if (place < 0) {
        Arrays.fill(out.values(), to, to + classes, 0);
      } else {
        System.arraycopy(fresh.values(), place * classes, out.values(), to, classes);
      }
    }
  }

  @Override
  public void mix(Block own, List<Peer> peers, float gamma) {
    for (int row = 0; row < own.rows(); row++) {
      index.add(own.ids()[row]);
    }
    targets = index.fit(targets, classes);
    List<Peer> heard = rule.select(own, peers);
    for (int row = 0; row < own.rows(); row++) {
      int id = own.ids()[row];
      int place = place(id, row);
      if (place < 0) {
        throw new IllegalStateException("row " + id + " is mixed, but was not injected");
      }
      neighbourhood.gather(fresh.values(), place, row, heard);
      rule.combine(neighbourhood, targets, index.place(id) * classes);
    }
  }

  @Override
  public boolean read(int row, float[] into, int offset) {
    int place = index.place(row);
    if (place >= 0) {
      System.arraycopy(targets, place * classes, into, offset, classes);
    }
    return place >= 0;
  }

  /** Writes the rows that were exchanged, in ascending order. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(index.rows());
    out.writeInt(classes);
    out.writeInt(index.size());
    for (int row = 0; row < index.rows(); row++) {
      int place = index.place(row);
      if (place >= 0) {
        out.writeInt(row);
        for (int i = place * classes; i < (place + 1) * classes; i++) {
          out.writeFloat(targets[i]);
        }
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int rows = in.readInt();
    int width = in.readInt();
    if (rows != index.rows() || width != classes) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the saved targets are %d rows of %d classes, not %d of %d",
              rows,
              width,
              index.rows(),
              classes));
    }
    index.clear();
    targets = new float[0];
    for (int count = in.readInt(); count > 0; count--) {
      int row = in.readInt();
      if (row < 0 || row >= rows) {
        throw new IOException("the saved targets have no row " + row);
      }
      int place = index.add(row);
      targets = index.fit(targets, classes);
      for (int i = place * classes; i < (place + 1) * classes; i++) {
        targets[i] = in.readFloat();
      }
    }
  }

  /** Returns where a row of the round is, most likely at {@code guess}; -1 if it is none. */
  private int place(int id, int guess) {
    if (guess < fresh.rows() && fresh.ids()[guess] == id) {
      return guess;
    }
    for (int place = 0; place < fresh.rows(); place++) {
      if (fresh.ids()[place] == id) {
        return place;
      }
    }
    return -1;
  }
}
