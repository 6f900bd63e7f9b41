package org.limbeck.architectures.external;

import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads one message at a time, into a buffer that grows to the longest. */
final class MessageReader {
  private static final int HEAD = Integer.BYTES + 1;
  private static final int FIRST_BYTES = 1 << 12;
  private static final int PIECE = 1 << 20;

  private final ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
  private byte[] bytes = new byte[FIRST_BYTES];
  private ByteBuffer body = wrap(bytes);

  /**
   * Reads the length and the kind of the next message.
   *
   * @throws EOFException if nothing comes any more
   */
  void head(InputStream in) throws IOException {
    int read = in.readNBytes(head.array(), 0, HEAD);
    Arrays.fill(head.array(), read, HEAD, (byte) 0);
    if (read < HEAD) {
      throw new EOFException();
    }
  }

  /** Returns the bytes of the head, as many as have come. */
  byte[] headBytes() {
    return head.array().clone();
  }

  /** Returns the number of bytes of the body; out of range if this is no message. */
  long length() {
    return head.getInt(0) - 1L;
  }

  /** Returns whether the length is one that a message can have. */
  boolean hasPossibleLength() {
    return length() >= 0 && length() < MessageWriter.LONGEST;
  }

  byte kind() {
    return head.get(Integer.BYTES);
  }

  /**
   * Reads the body. Room is made as it arrives, however long it is said to be.
   *
   * @throws EOFException if it ends early
   */
  void body(InputStream in) throws IOException {
    int length = (int) length();
    int have = 0;
    while (have < length) {
      int most = Math.min(length, have + PIECE);
      if (most > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.min(length, Math.max(most, 2 * bytes.length)));
        body = wrap(bytes);
      }
      int wanted = Math.min(length, bytes.length) - have;
      if (in.readNBytes(bytes, have, wanted) < wanted) {
        throw new EOFException();
      }
      have += wanted;
    }
    body.clear().limit(length);
  }

  byte byte8() {
    return body.get();
  }

  int int16() {
    return Short.toUnsignedInt(body.getShort());
  }

  int int32() {
    return body.getInt();
  }

  long int64() {
    return body.getLong();
  }

  double float64() {
    return body.getDouble();
  }

  /** Reads some floats. */
  void floats(float[] into, int count) {
    for (int i = 0; i < count; i++) {
      into[i] = body.getFloat();
    }
  }

  /**
   * Reads a text.
   *
   * @throws BufferUnderflowException if the message is too short for it
   */
  String text() {
    int length = body.getInt();
    if (length < 0 || length > body.remaining()) {
      throw new BufferUnderflowException();
    }
    String text = new String(bytes, body.position(), length, StandardCharsets.UTF_8);
    body.position(body.position() + length);
    return text;
  }

  /** Returns how many bytes have not been read. */
  int remaining() {
    return body.remaining();
  }

  /** Writes what has not been read. */
  void remaining(DataOutput out) throws IOException {
    out.write(bytes, body.position(), body.remaining());
  }

  private static ByteBuffer wrap(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
