package org.limbeck.engine.network;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The bytes that travel between devices: a payload with a header that says what it is and a
 * checksum. A view of a buffer, reused from frame to frame; used by one thread at a time.
 *
 * <pre>
 * offset  bytes  content, big-endian
 *      0      4  magic "LMBK"
 *      4      1  format, 1
 *      5      1  channel
 *      6      2  length of the sender's id, n
 *      8      8  sequence number of the frame in its channel, from 0
 *     16      8  round
 *     24      4  length of the payload, p
 *     28      n  sender's id, UTF-8
 *   28+n      p  payload
 * 28+n+p      4  CRC-32C of all before
 * </pre>
 */
public final class Frame {
  static final int HEADER_BYTES = 28;
  static final int CHECKSUM_BYTES = 4;

  private static final int MAGIC = 0x4C4D424B;
  private static final byte FORMAT = 1;

  private final CRC32C checksum = new CRC32C();
  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int senderBytes;
  private int payloadBytes;

  /** Returns the size of a frame. */
  public static int size(int senderBytes, int payloadBytes) {
    return HEADER_BYTES + senderBytes + payloadBytes + CHECKSUM_BYTES;
  }

  /** Begins a frame: writes its header and leaves the buffer where the payload goes. */
  public static void begin(ByteBuffer out, byte[] sender, int channel, long sequence, long round) {
    out.clear().order(ByteOrder.BIG_ENDIAN);
    out.putInt(MAGIC).put(FORMAT).put((byte) channel).putShort((short) sender.length);
    out.putLong(sequence).putLong(round).putInt(0).put(sender);
  }

  /** Ends a frame whose payload stands before the position of the buffer, and flips the buffer. */
  public void end(ByteBuffer out, int senderLength) {
    int end = out.position();
    out.order(ByteOrder.BIG_ENDIAN);
    out.putInt(HEADER_BYTES - Integer.BYTES, end - HEADER_BYTES - senderLength);
    out.putInt(checksumOf(out, end));
    out.flip();
  }

  /**
   * Takes the frame between position and limit of a buffer.
   *
   * @throws MalformedFrameException if it is not a whole and undamaged frame
   */
  public void read(ByteBuffer in) throws MalformedFrameException {
    bytes = in.slice().order(ByteOrder.BIG_ENDIAN);
    int length = bytes.limit();
    if (length < HEADER_BYTES + CHECKSUM_BYTES) {
      throw malformed("it has only " + length + " bytes");
    }
    if (bytes.getInt(0) != MAGIC || bytes.get(4) != FORMAT) {
      throw malformed("it does not begin as frames of format " + FORMAT + " do");
    }
    senderBytes = Short.toUnsignedInt(bytes.getShort(6));
    payloadBytes = bytes.getInt(24);
    long expected = (long) HEADER_BYTES + senderBytes + payloadBytes + CHECKSUM_BYTES;
    if (payloadBytes < 0 || expected != length) {
      throw malformed("it has " + length + " bytes, and its header says " + expected);
    }
    int end = length - CHECKSUM_BYTES;
    if (bytes.getInt(end) != checksumOf(bytes, end)) {
      throw malformed("its checksum is wrong");
    }
  }

  /** Returns the number of the channel. */
  public int channel() {
    return Byte.toUnsignedInt(bytes.get(5));
  }

  /** Returns the sequence number in the sender's channel. */
  public long sequence() {
    return bytes.getLong(8);
  }

  /** Returns the round that the payload belongs to. */
  public long round() {
    return bytes.getLong(16);
  }

  /** Returns whether the device with this id, in UTF-8, sent the frame. */
  public boolean isFrom(byte[] id) {
    if (id.length != senderBytes) {
      return false;
    }
    for (int i = 0; i < id.length; i++) {
      if (bytes.get(HEADER_BYTES + i) != id[i]) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of bytes of the payload. */
  public int payloadBytes() {
    return payloadBytes;
  }

  /** Returns the number of bytes of the whole frame. */
  public int frameBytes() {
    return size(senderBytes, payloadBytes);
  }

  /** Returns a buffer with its position and limit around the payload. */
  public ByteBuffer payload() {
    int begin = HEADER_BYTES + senderBytes;
    return bytes.duplicate().limit(begin + payloadBytes).position(begin);
  }

  private int checksumOf(ByteBuffer buffer, int end) {
    int position = buffer.position();
    int limit = buffer.limit();
    checksum.reset();
    buffer.limit(end).position(0);
    checksum.update(buffer);
    buffer.limit(limit).position(position);
    return (int) checksum.getValue();
  }

  private static MalformedFrameException malformed(String reason) {
    return new MalformedFrameException("this is no frame: " + reason);
  }
}
