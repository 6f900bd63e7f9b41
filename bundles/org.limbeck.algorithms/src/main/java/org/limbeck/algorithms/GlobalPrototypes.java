package org.limbeck.algorithms;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.limbeck.api.Block;
import org.limbeck.api.Stateful;

/**
 * The mean embedding of each class over all devices' rows of it, as far as it is known: of no class
 * at first.
 */
final class GlobalPrototypes implements Stateful {
  /** A number of rows below this share of all is a zero that a codec has moved. */
  private static final float LEAST_SHARE = 1e-6f;

  private final int classes;
  private final int width;
  private final float[] values;
  private final boolean[] known;

  GlobalPrototypes(int classes, int width) {
    this.classes = classes;
    this.width = width;
    this.values = new float[Math.multiplyExact(classes, width)];
    this.known = new boolean[classes];
  }

  /**
   * Replaces those of the classes that any device has spoken of.
   *
   * @param mean a class in each row: a sum of embeddings, and behind it the number of rows that it
   *     is the sum of, both times the same factor
   */
  void replace(Block mean) {
    for (int row = 0; row < mean.rows(); row++) {
      int at = row * (width + 1);
      float count = mean.values()[at + width];
      if (count > LEAST_SHARE) {
        int k = mean.ids()[row];
        known[k] = true;
        for (int v = 0; v < width; v++) {
          values[k * width + v] = mean.values()[at + v] / count;
        }
      }
    }
  }

  /**
   * Writes the prototypes of the classes of some rows, where they are known.
   *
   * @param labels the class of each row
   * @param into receives a row for each that has one, with the place of the labelled row as its id
   */
  void select(int[] labels, int rows, Block into) {
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (known[labels[row]]) {
        into.ids()[count] = row;
        System.arraycopy(values, labels[row] * width, into.values(), count * width, width);
        count++;
      }
    }
    into.rows(count);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(classes);
    out.writeInt(width);
    for (int k = 0; k < classes; k++) {
      out.writeBoolean(known[k]);
      for (int i = k * width; i < (k + 1) * width && known[k]; i++) {
        out.writeFloat(values[i]);
      }
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int savedClasses = in.readInt();
    int savedWidth = in.readInt();
    if (savedClasses != classes || savedWidth != width) {
      throw new IOException(
          "the saved prototypes are "
              + savedClasses
              + " of "
              + savedWidth
              + " values, not "
              + classes
              + " of "
              + width);
    }
    for (int k = 0; k < classes; k++) {
      known[k] = in.readBoolean();
      for (int i = k * width; i < (k + 1) * width && known[k]; i++) {
        values[i] = in.readFloat();
      }
    }
  }
}
