package org.limbeck.engine.device;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.Stateful;

/**
 * What all who follow a device's channel know of its values: the sum of the decoded differences so
 * far. Used by one thread at a time.
 */
public final class PublicCopy implements Stateful {
  private final int width;
  private final float[] values;
  private final Block rows;
  private long frames;

  /** Makes a copy of values that are all zero. */
  public PublicCopy(int rows, int width) {
    this.width = width;
    this.values = new float[Math.multiplyExact(rows, width)];
    this.rows = new Block(rows, width);
  }

  /** Returns whether the copy has this many rows and values per row. */
  public boolean hasSize(int rowCount, int rowWidth) {
    return rows.capacity() == rowCount && width == rowWidth;
  }

  /** Returns how many differences have been added. */
  long frames() {
    return frames;
  }

  /** Writes {@code block} minus this copy into {@code difference}, row by row. */
  void subtractFrom(Block block, Block difference) {
    difference.selectLike(block);
    for (int row = 0; row < block.rows(); row++) {
      int from = row * width;
      int at = block.ids()[row] * width;
      for (int k = 0; k < width; k++) {
        difference.values()[from + k] = block.values()[from + k] - values[at + k];
      }
    }
  }

  /** Adds a decoded difference. */
  void add(Block difference) {
    for (int row = 0; row < difference.rows(); row++) {
      int from = row * width;
      int at = difference.ids()[row] * width;
      for (int k = 0; k < width; k++) {
        values[at + k] += difference.values()[from + k];
      }
    }
    frames++;
  }

  /** Returns the rows with these ids, in a block that is reused from call to call. */
  Block read(Block selected) {
    rows.selectLike(selected);
    for (int row = 0; row < rows.rows(); row++) {
      System.arraycopy(values, rows.ids()[row] * width, rows.values(), row * width, width);
    }
    return rows;
  }

  /** Returns the block that {@link #read} fills. */
  Block rows() {
    return rows;
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(frames);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    frames = in.readLong();
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readFloat();
    }
  }
}
