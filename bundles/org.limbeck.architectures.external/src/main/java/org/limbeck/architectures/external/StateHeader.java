package org.limbeck.architectures.external;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;

/** What stands before the state that a program saved: of what size the model is. */
record StateHeader(int features, int classes, int parameters) {
  private static final int MAGIC = 0x4C4D4253;

  /** Writes it, and how many bytes follow. */
  void write(DataOutput out, int bytes) throws IOException {
    out.writeInt(MAGIC);
    out.writeInt(features);
    out.writeInt(classes);
    out.writeInt(parameters);
    out.writeInt(bytes);
  }

  /**
   * Reads what {@link #write} wrote, and returns how many bytes follow.
   *
   * @throws IOException if it is that of another model
   */
  int read(DataInput in) throws IOException {
    if (in.readInt() != MAGIC) {
      throw new IOException("expected the state of an external model");
    }
    StateHeader saved = new StateHeader(in.readInt(), in.readInt(), in.readInt());
    if (!saved.equals(this)) {
      throw new IOException("expected the state of a model of " + this + ", not of " + saved);
    }
    int bytes = in.readInt();
    if (bytes < 0) {
      throw new IOException("the state of an external model cannot have " + bytes + " bytes");
    }
    return bytes;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d features, %d classes and %d parameters", features, classes, parameters);
  }
}
