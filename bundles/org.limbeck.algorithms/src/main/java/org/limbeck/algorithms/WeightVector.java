package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Stateful;

/**
 * Numbers that a device keeps from round to round, one for every weight.
 *
 * @param values the numbers: the live array
 */
record WeightVector(float[] values) implements Stateful {

  /** Makes so many zeros. */
  WeightVector(int size) {
    this(new float[size]);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeFloat(value);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int size = in.readInt();
    if (size != values.length) {
      throw new IOException("expected " + values.length + " kept numbers, not " + size);
    }
    for (int i = 0; i < size; i++) {
      values[i] = in.readFloat();
    }
  }
}
