package org.limbeck.launcher.attack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

/** Frames that someone makes who has heard one of the run, by docs/wire-format.md alone. */
final class ForgedFrames {
  private static final int MAGIC = 0x4c4d424b;
  private static final int HEADER = 41;
  private static final int TAGS = 8;
  private static final int TAGS_END = 24;
  private static final int SEQUENCE = 28;
  private static final int SIGNATURE = 64;
  private static final int CODES = 8;

  private final byte[] tags;
  private final Random random;

  /** Makes frames with the tags of a frame that was heard. */
  ForgedFrames(byte[] heard, Random random) {
    this.tags = Arrays.copyOfRange(heard, TAGS, TAGS_END);
    this.random = random;
  }

  /**
   * Returns a frame with some bytes as its payload, and others as its signature and the codes of
   * two receivers. The number in the signature is one that there can be: others are refused at
   * once.
   */
  byte[] signed(String sender, int round, int payloadBytes) {
    ByteBuffer frame = header(sender, round, payloadBytes, true);
    byte[] rest = new byte[payloadBytes + SIGNATURE + CODES];
    random.nextBytes(rest);
    rest[payloadBytes + SIGNATURE - 1] &= 0x0f;
    return bytes(frame.put(rest));
  }

  /** Returns a frame that is not signed, whose payload is of zeros. */
  byte[] unsigned(String sender, int round, int payloadBytes) {
    ByteBuffer frame = header(sender, round, payloadBytes, false);
    return sealed(bytes(frame));
  }

  /** Returns a frame that was heard, with other numbers and the right checksum. */
  static byte[] at(byte[] heard, int round, int sequence) {
    byte[] frame = heard.clone();
    ByteBuffer.wrap(frame).putInt(SEQUENCE, sequence).putInt(SEQUENCE + Integer.BYTES, round);
    return sealed(frame);
  }

  /** Returns the round of a frame that was heard. */
  static int round(byte[] heard) {
    return ByteBuffer.wrap(heard).getInt(SEQUENCE + Integer.BYTES);
  }

  private ByteBuffer header(String sender, int round, int payloadBytes, boolean signed) {
    byte[] id = sender.getBytes(StandardCharsets.UTF_8);
    int trailer = signed ? SIGNATURE + CODES : Integer.BYTES;
    return ByteBuffer.allocate(HEADER + id.length + payloadBytes + trailer)
        .putInt(MAGIC)
        .put(new byte[] {4, 0, (byte) (signed ? 1 : 0), 0})
        .put(tags)
        .putInt(0)
        .putInt(round)
        .putInt(round)
        .putInt(payloadBytes)
        .put((byte) id.length)
        .put(id);
  }

  private static byte[] bytes(ByteBuffer frame) {
    byte[] bytes = new byte[frame.capacity()];
    frame.get(0, bytes);
    return bytes;
  }

  private static byte[] sealed(byte[] frame) {
    CRC32C checksum = new CRC32C();
    checksum.update(frame, 0, frame.length - Integer.BYTES);
    ByteBuffer.wrap(frame).putInt(frame.length - Integer.BYTES, (int) checksum.getValue());
    return frame;
  }
}
