package org.limbeck.codecs;

import java.nio.ByteBuffer;

/** Packs symbols into bytes, each from the lowest free bit on. */
final class BitWriter implements SymbolWriter {
  private final ByteBuffer out;
  private final int bits;
  private long pending;
  private int count;

  /** Writes symbols of so many bits, at most 31. */
  BitWriter(ByteBuffer out, int bits) {
    this.out = out;
    this.bits = bits;
  }

  /** Returns how many bits hold a number from 0 to below {@code count}, which is at least 1. */
  static int bits(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
  }

  @Override
  public void put(int symbol) {
    pending |= (long) symbol << count;
    count += bits;
    while (count >= Byte.SIZE) {
      out.put((byte) pending);
      pending >>>= Byte.SIZE;
      count -= Byte.SIZE;
    }
  }

  @Override
  public void end() {
    if (count > 0) {
      out.put((byte) pending);
    }
    pending = 0;
    count = 0;
  }
}
