package org.limbeck.codecs;

import java.nio.ByteBuffer;
import org.limbeck.api.codec.MalformedPayloadException;

/** Reads what {@link TritWriter} wrote. */
final class TritReader implements SymbolReader {
  /** What five digits make at most, plus one. */
  static final int LIMIT = 243;

  private final ByteBuffer in;
  private int pending;
  private int left;

  TritReader(ByteBuffer in) {
    this.in = in;
  }

  @Override
  public int get() throws MalformedPayloadException {
    if (left == 0) {
      pending = in.get() & 0xFF;
      left = TritWriter.PER_BYTE;
      if (pending >= LIMIT) {
        throw new MalformedPayloadException("no five digits to the base of 3 make " + pending);
      }
    }
    int trit = pending % 3;
    pending /= 3;
    left--;
    return trit;
  }

  @Override
  public void end() throws MalformedPayloadException {
    if (pending != 0) {
      throw new MalformedPayloadException("the last byte ends with digits that mean nothing");
    }
  }
}
