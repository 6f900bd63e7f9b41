package org.limbeck.exchange.channel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.limbeck.api.Stateful;

/** The states of objects as bytes, apart from any plug-in's classes. */
public final class SerializedState {

  private static final int CHUNK = 1 << 16;

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

  /**
   * Reads a state that {@link #write} wrote. Room is made as its bytes arrive, whatever its length
   * says.
   *
   * @throws IOException if it ends early, or has no length
   */
  public static byte[] read(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      throw new IOException("a part of it has the length " + length);
    }
    byte[] state = new byte[Math.min(length, CHUNK)];
    in.readFully(state);
    while (state.length < length) {
      int known = state.length;
      state = Arrays.copyOf(state, known + Math.min(known, length - known));
      in.readFully(state, known, state.length - known);
    }
    return state;
  }
}
