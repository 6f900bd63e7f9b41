package org.limbeck.exchange.channel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import org.limbeck.api.Stateful;

/** The states of objects as bytes, apart from any plug-in's classes. */
public final class SerializedState {

  private SerializedState() {}

  /** Writes a state. */
  @FunctionalInterface
  public interface Writing {
    /** Writes it to {@code out}. */
    void writeTo(DataOutput out) throws IOException;
  }

  /** Returns what is written. */
  public static byte[] of(Writing state) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    state.writeTo(out);
    out.flush();
    return bytes.toByteArray();
  }

  /**
   * Restores an object.
   *
   * @throws IOException if it is not the state of such an object, or not all of it was read
   */
  public static void restore(byte[] state, Stateful object) throws IOException {
    ByteArrayInputStream bytes = new ByteArrayInputStream(state);
    object.restore(new DataInputStream(bytes));
    if (bytes.available() > 0) {
      throw new IOException(bytes.available() + " bytes of the saved state were not read");
    }
  }

  /** Writes a state with its length, as {@link #read} reads it. */
  public static void write(byte[] state, DataOutput out) throws IOException {
    out.writeInt(state.length);
    out.write(state);
  }

  /** Reads a state that {@link #write} wrote. */
  public static byte[] read(DataInput in) throws IOException {
    byte[] state = new byte[in.readInt()];
    in.readFully(state);
    return state;
  }
}
