package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.codec.MalformedPayloadException;

/** Reads what {@link BitWriter} wrote. */
final class BitReader implements SymbolReader {
  private final ByteBuffer in;
  private final int bits;
  private long pending;
  private int count;

  BitReader(ByteBuffer in, int bits) {
    this.in = in;
    this.bits = bits;
  }

  @Override
  public int get() {
    while (count < bits) {
      pending |= (in.get() & 0xFFL) << count;
      count += Byte.SIZE;
    }
    int symbol = (int) (pending & ((1L << bits) - 1));
    pending >>>= bits;
    count -= bits;
    return symbol;
  }

  @Override
  public void end() throws MalformedPayloadException {
    if (pending != 0) {
      throw new MalformedPayloadException("the last byte ends with bits that mean nothing");
    }
  }
}
