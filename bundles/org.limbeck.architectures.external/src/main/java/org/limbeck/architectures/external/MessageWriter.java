package org.limbeck.architectures.external;

import java.io.DataInput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Puts one message at a time together, in a buffer that grows to the longest. */
final class MessageWriter {
  /** The most bytes that may follow the length of a message. */
  static final int LONGEST = 1 << 30;

  private static final int FIRST_BYTES = 1 << 12;
  private static final int PIECE = 1 << 16;

  private byte[] bytes = new byte[FIRST_BYTES];
  private ByteBuffer buffer = wrap(bytes);

  /** Begins a message, and drops what was not sent. */
  MessageWriter begin(MessageKind kind) {
    buffer.clear();
    buffer.putInt(0).put(kind.code());
    return this;
  }

  MessageWriter byte8(int value) {
    room(1);
    buffer.put((byte) value);
    return this;
  }

  MessageWriter int16(int value) {
    room(Short.BYTES);
    buffer.putShort((short) value);
    return this;
  }

  MessageWriter int32(int value) {
    room(Integer.BYTES);
    buffer.putInt(value);
    return this;
  }

  MessageWriter int64(long value) {
    room(Long.BYTES);
    buffer.putLong(value);
    return this;
  }

  MessageWriter float32(float value) {
    room(Float.BYTES);
    buffer.putFloat(value);
    return this;
  }

  MessageWriter ints(int[] values, int count) {
    room((long) count * Integer.BYTES);
    for (int i = 0; i < count; i++) {
      buffer.putInt(values[i]);
    }
    return this;
  }

  MessageWriter floats(float[] values, int at, int count) {
    room((long) count * Float.BYTES);
    for (int i = at; i < at + count; i++) {
      buffer.putFloat(values[i]);
    }
    return this;
  }

  /** Appends bytes without their number. */
  MessageWriter raw(byte[] values) {
    room(values.length);
    buffer.put(values);
    return this;
  }

  /** Appends bytes without their number; room is made as they arrive. */
  MessageWriter raw(DataInput in, int count) throws IOException {
    for (int left = count; left > 0; ) {
      int piece = Math.min(left, PIECE);
      room(piece);
      in.readFully(bytes, buffer.position(), piece);
      buffer.position(buffer.position() + piece);
      left -= piece;
    }
    return this;
  }

  /** Replaces a number that was written before, with its place among the bytes of the body. */
  MessageWriter int32At(int place, int value) {
    buffer.putInt(Integer.BYTES + 1 + place, value);
    return this;
  }

  /** Returns how many bytes the body has so far. */
  int bodyBytes() {
    return buffer.position() - Integer.BYTES - 1;
  }

  /** Ends the message and sends it. */
  void send(OutputStream out) throws IOException {
    buffer.putInt(0, buffer.position() - Integer.BYTES);
    out.write(bytes, 0, buffer.position());
    out.flush();
  }

  private void room(long more) {
    long most = LONGEST + (long) Integer.BYTES;
    long needed = buffer.position() + more;
    if (needed > most) {
      throw new ProgramException("a message of more than " + LONGEST + " bytes cannot be sent");
    }
    if (needed > bytes.length) {
      int position = buffer.position();
      bytes = Arrays.copyOf(bytes, (int) Math.min(most, Math.max(needed, 2L * bytes.length)));
      buffer = wrap(bytes).position(position);
    }
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
