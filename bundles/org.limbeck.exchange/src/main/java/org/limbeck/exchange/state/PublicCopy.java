package org.limbeck.exchange.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.limbeck.api.Block;
import org.limbeck.api.RowIndex;
import org.limbeck.api.Stateful;

/**
 * What all who follow a device's channel know of its values: the sum of the decoded differences so
 * far, kept for the rows that were sent only. Changed by one thread at a time; while nobody changes
 * it, several may read.
 */
public final class PublicCopy implements Stateful {
  private static final long NEVER = -1;

  private final int width;
  private final RowIndex index;
  private float[] values = {};
  private long frames;
  private Block published;
  private long publishedRound = NEVER;

  /** Makes a copy of values that are all zero. */
  public PublicCopy(int rows, int width) {
    this.width = width;
    this.index = new RowIndex(rows);
    this.published = new Block(0, width);
  }

  /** Returns a copy of this copy. */
  PublicCopy duplicate() {
    PublicCopy duplicate = new PublicCopy(index.rows(), width);
    for (int row = 0; row < index.rows(); row++) {
      if (index.place(row) >= 0) {
        int place = duplicate.index.add(row);
        duplicate.values = duplicate.index.fit(duplicate.values, width);
        System.arraycopy(values, index.place(row) * width, duplicate.values, place * width, width);
      }
    }
    duplicate.frames = frames;
    return duplicate;
  }

  /** Returns whether the copy has this many rows and values per row. */
  public boolean hasSize(int rows, int rowWidth) {
    return index.rows() == rows && width == rowWidth;
  }

  /** Returns the number of rows. */
  public int rows() {
    return index.rows();
  }

  /** Returns the number of values per row. */
  public int width() {
    return width;
  }

  /** Returns how many differences have been added. */
  public long frames() {
    return frames;
  }

  /** Writes {@code block} minus this copy into {@code difference}, row by row. */
  public void subtractFrom(Block block, Block difference) {
    read(block, difference);
    float[] into = difference.values();
    for (int i = 0; i < block.rows() * width; i++) {
      into[i] = block.values()[i] - into[i];
    }
  }

  /** Adds a decoded difference. */
  public void add(Block difference) {
    for (int row = 0; row < difference.rows(); row++) {
      index.add(difference.ids()[row]);
    }
    values = index.fit(values, width);
    for (int row = 0; row < difference.rows(); row++) {
      int from = row * width;
      int at = index.place(difference.ids()[row]) * width;
      for (int k = 0; k < width; k++) {
        values[at + k] += difference.values()[from + k];
      }
    }
    frames++;
    publishedRound = NEVER;
  }

  /** Becomes what its device says that it is after so many differences. */
  public void replace(Block rows, long version) {
    clear();
    add(rows);
    frames = version;
  }

  /** Returns whether a row was ever sent. */
  public boolean knows(int row) {
    return index.place(row) >= 0;
  }

  /** Returns whether each of these rows was ever sent. */
  public boolean knowsAll(Block rows) {
    for (int i = 0; i < rows.rows(); i++) {
      if (!knows(rows.ids()[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns a copy of all rows that were sent, in ascending order. */
  public Block all() {
    Block all = new Block(index.size(), width);
    for (int row = 0; row < index.rows(); row++) {
      if (knows(row)) {
        all.ids()[all.rows()] = row;
        all.rows(all.rows() + 1);
      }
    }
    read(all, all);
    return all;
  }

  /** Forgets all rows, but not how many differences have been added. */
  public void clear() {
    index.clear();
    Arrays.fill(values, 0);
    publishedRound = NEVER;
  }

  /** Writes the rows with the ids of {@code selected} into {@code into}. */
  public void read(Block selected, Block into) {
    into.selectLike(selected);
    for (int row = 0; row < into.rows(); row++) {
      int place = index.place(into.ids()[row]);
      int to = row * width;
      if (place < 0) {
        Arrays.fill(into.values(), to, to + width, 0);
      } else {
        System.arraycopy(values, place * width, into.values(), to, width);
      }
    }
  }

  /** Lays open the rows of a round, so that all who follow the device can read them at once. */
  public void publish(long round, Block selected) {
    if (published.capacity() < selected.rows()) {
      published = new Block(selected.rows(), width);
    }
    read(selected, published);
    publishedRound = round;
  }

  /** Returns whether the rows of a round lie open. */
  public boolean hasPublished(long round) {
    return round == publishedRound;
  }

  /** Returns the rows that lie open. */
  public Block published() {
    return published;
  }

  /** Writes the rows that were sent, in ascending order. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(frames);
    out.writeInt(index.size());
    for (int row = 0; row < index.rows(); row++) {
      int place = index.place(row);
      if (place >= 0) {
        out.writeInt(row);
        for (int i = place * width; i < (place + 1) * width; i++) {
          out.writeFloat(values[i]);
        }
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    frames = in.readLong();
    int known = in.readInt();
    if (frames < 0 || known < 0 || known > index.rows()) {
      throw new IOException(
          String.format(
              Locale.ROOT, "a saved copy cannot know %d rows from %d frames", known, frames));
    }
    publishedRound = NEVER;
    index.clear();
    values = new float[0];
    for (int count = known; count > 0; count--) {
      int row = in.readInt();
      if (row < 0 || row >= index.rows()) {
        throw new IOException("the saved copy has no row " + row);
      }
      int place = index.add(row);
      values = index.fit(values, width);
      for (int i = place * width; i < (place + 1) * width; i++) {
        values[i] = in.readFloat();
      }
    }
  }
}
