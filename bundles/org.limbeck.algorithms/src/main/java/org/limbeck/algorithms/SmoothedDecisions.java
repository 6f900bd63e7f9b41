package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.RowIndex;
import org.limbeck.api.Stateful;

/**
 * A device's soft decisions, smoothed over the rounds in which they were taken: ŝ ← σ ŝ + (1 − σ)
 * s. A row begins with what the model first says of it. Without smoothing it keeps nothing. Used by
 * one thread at a time.
 */
final class SmoothedDecisions implements Stateful {
  private final float smoothing;
  private final int classes;
  private final RowIndex index;
  private float[] smoothed = {};

  /**
   * Has no row yet.
   *
   * @param smoothing σ, 0 or more and below 1
   */
  SmoothedDecisions(float smoothing, int rows, int classes) {
    this.smoothing = smoothing;
    this.classes = classes;
    this.index = new RowIndex(smoothing > 0 ? rows : 0);
  }

  /** Takes decisions in, and turns them into the smoothed ones. */
  void smooth(Block decisions) {
    if (smoothing > 0) {
      for (int row = 0; row < decisions.rows(); row++) {
        smooth(decisions.ids()[row], decisions.values(), row * classes);
      }
    }
  }

  private void smooth(int id, float[] values, int from) {
    boolean isNew = index.place(id) < 0;
    int place = index.add(id) * classes;
    smoothed = index.fit(smoothed, classes);
    for (int k = 0; k < classes; k++) {
      float before = isNew ? values[from + k] : smoothed[place + k];
      smoothed[place + k] = before + (1 - smoothing) * (values[from + k] - before);
      values[from + k] = smoothed[place + k];
    }
  }

  /** Writes the rows that have appeared, in ascending order; nothing without smoothing. */
  @Override
  public void save(DataOutput out) throws IOException {
    if (smoothing > 0) {
      out.writeInt(index.size());
      for (int row = 0; row < index.rows(); row++) {
        if (index.place(row) >= 0) {
          out.writeInt(row);
          for (int k = 0; k < classes; k++) {
            out.writeFloat(smoothed[index.place(row) * classes + k]);
          }
        }
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    if (smoothing > 0) {
      index.clear();
      for (int count = in.readInt(); count > 0; count--) {
        int row = in.readInt();
        if (row < 0 || row >= index.rows()) {
          throw new IOException("the saved decisions have no row " + row);
        }
        int place = index.add(row) * classes;
        smoothed = index.fit(smoothed, classes);
        for (int k = 0; k < classes; k++) {
          smoothed[place + k] = in.readFloat();
        }
      }
    }
  }
}
