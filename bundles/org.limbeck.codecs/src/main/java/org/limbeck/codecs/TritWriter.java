package org.limbeck.codecs;

import java.nio.ByteBuffer;

/** Packs five digits to the base of 3 into a byte, the lowest first. */
final class TritWriter implements SymbolWriter {
  /** How many digits a byte holds. */
  static final int PER_BYTE = 5;

  private final ByteBuffer out;
  private int pending;
  private int unit = 1;

  TritWriter(ByteBuffer out) {
    this.out = out;
  }

  @Override
  public void put(int trit) {
    pending += trit * unit;
    unit *= 3;
    if (unit == TritReader.LIMIT) {
      end();
    }
  }

  @Override
  public void end() {
    if (unit > 1) {
      out.put((byte) pending);
    }
    pending = 0;
    unit = 1;
  }
}
