package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.codec.MalformedPayloadException;

/** Reads what {@link BitWriter} wrote. */
final class BitReader {
  private final ByteBuffer in;
  private long pending;
  private int count;

  BitReader(ByteBuffer in) {
    this.in = in;
  }

  /** Reads a code of so many bits, at most 31. */
  int get(int bits) {
    while (count < bits) {
      pending |= (in.get() & 0xFFL) << count;
      count += Byte.SIZE;
    }
    int code = (int) (pending & ((1L << bits) - 1));
    pending >>>= bits;
    count -= bits;
    return code;
  }

  /** Checks that the rest of the last byte is zeros. */
  void end() throws MalformedPayloadException {
    if (pending != 0) {
      throw new MalformedPayloadException("the last byte ends with bits that mean nothing");
    }
  }
}
