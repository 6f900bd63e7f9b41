package org.limbeck.codecs;

import java.nio.ByteBuffer;

/**
 * A range coder: writes symbols in the fewer bits, the more probable a model finds them (G. Martin,
 * <i>Range encoding</i>, 1979). What would not fit is not written.
 */
final class RangeWriter {
  /** How many bytes a reader is ahead; so many end the code. */
  static final int WINDOW = 3;

  static final int TOP = 1 << (Byte.SIZE * WINDOW);
  static final int SHIFT = Byte.SIZE * (WINDOW - 1);
  static final int BOTTOM = 1 << SHIFT;

  private final ByteBuffer out;
  private final int end;
  private int low;
  private int range = TOP - 1;
  private boolean full;

  /** Writes to a buffer from its position on, and not to {@code end} or beyond. */
  RangeWriter(ByteBuffer out, int end) {
    this.out = out;
    this.end = end;
  }

  void put(AdaptiveModel model, int symbol) {
    int node = 1;
    for (int i = model.bits() - 1; i >= 0; i--) {
      int bit = (symbol >> i) & 1;
      putBit(bit, model.zeroAt(node));
      model.learn(node, bit);
      node = 2 * node + bit;
    }
  }

  /** Ends the code, and returns whether all of it fitted. */
  boolean end() {
    for (int i = 0; i < WINDOW; i++) {
      shift();
    }
    return !full;
  }

  private void putBit(int bit, int zero) {
    int bound = (int) (((long) range * zero) >>> AdaptiveModel.SCALE);
    if (bit == 0) {
      range = bound;
    } else {
      low += bound;
      range -= bound;
    }
    if (low >= TOP) {
      low -= TOP;
      carry();
    }
    while (range < BOTTOM) {
      shift();
      range <<= Byte.SIZE;
    }
  }

  private void carry() {
    int at = out.position() - 1;
    while (!full) {
      byte next = (byte) (out.get(at) + 1);
      out.put(at--, next);
      if (next != 0) {
        return;
      }
    }
  }

  private void shift() {
    full |= out.position() >= end;
    if (!full) {
      out.put((byte) (low >> SHIFT));
    }
    low = (low << Byte.SIZE) & (TOP - 1);
  }
}
