package org.limbeck.codecs;

import java.nio.ByteBuffer;

/** Packs codes into bytes, each from the lowest free bit on. */
final class BitWriter {
  private final ByteBuffer out;
  private long pending;
  private int count;

  BitWriter(ByteBuffer out) {
    this.out = out;
  }

  /** Returns how many bits hold a number from 0 to below {@code count}, which is at least 1. */
  static int bits(int count) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
  }

  /** Writes the lowest {@code bits} bits of a code, at most 32; the others are 0. */
  void put(int code, int bits) {
    pending |= (long) code << count;
    count += bits;
    while (count >= Byte.SIZE) {
      out.put((byte) pending);
      pending >>>= Byte.SIZE;
      count -= Byte.SIZE;
    }
  }

  /** Fills the last byte up with zeros. */
  void end() {
    if (count > 0) {
      out.put((byte) pending);
    }
    pending = 0;
    count = 0;
  }
}
