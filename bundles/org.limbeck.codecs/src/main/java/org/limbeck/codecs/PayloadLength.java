package org.limbeck.codecs;

import java.nio.ByteBuffer;
import java.util.Locale;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

/** Checks how long a payload is. */
final class PayloadLength {

  private PayloadLength() {}

  /** Returns how many bytes so many bits take. */
  static long bytes(long bits) {
    return Math.addExact(bits, Byte.SIZE - 1) / Byte.SIZE;
  }

  /** Checks that exactly so many bytes are left; {@code what} names the entries of a row. */
  static void requireLength(ByteBuffer in, long expected, Block block, String what)
      throws MalformedPayloadException {
    if (in.remaining() != expected) {
      throw wrongLength(in, "", expected, block, what);
    }
  }

  /** Checks that at least so many bytes are left. */
  static void requireAtLeast(ByteBuffer in, long least, Block block, String what)
      throws MalformedPayloadException {
    if (in.remaining() < least) {
      throw wrongLength(in, "at least ", least, block, what);
    }
  }

  private static MalformedPayloadException wrongLength(
      ByteBuffer in, String atLeast, long bytes, Block block, String what) {
    return new MalformedPayloadException(
        String.format(
            Locale.ROOT,
            "%d rows of %d %s take %s%d bytes, and %d came",
            block.rows(),
            block.width(),
            what,
            atLeast,
            bytes,
            in.remaining()));
  }
}
