package org.limbeck.engine.device;

import org.limbeck.api.Block;

/**
 * What all who follow a device's channel know of its values: the sum of the decoded differences so
 * far. Used by one thread at a time.
 */
final class PublicCopy {
  private final int width;
  private final float[] values;
  private final Block rows;

  PublicCopy(int rows, int width) {
    this.width = width;
    this.values = new float[Math.multiplyExact(rows, width)];
    this.rows = new Block(rows, width);
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
}
