package org.limbeck.engine.device;

import org.limbeck.api.privatedata.LabelledRows;

/**
 * The rows that a partition gave to one device, numbered from 0. Holds row numbers, no features.
 *
 * @param all the rows that were divided
 * @param chosen the numbers of the device's rows
 */
public record PrivateRows(LabelledRows all, int[] chosen) implements LabelledRows {

  @Override
  public int rows() {
    return chosen.length;
  }

  @Override
  public int label(int row) {
    return all.label(chosen[row]);
  }

  @Override
  public void read(int row, float[] into, int offset) {
    all.read(chosen[row], into, offset);
  }
}
