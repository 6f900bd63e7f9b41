package org.limbeck.codecs;

import java.nio.ByteBuffer;

/** Multiples of a step, with one more of them on the side of the row's largest value. */
final class UniformQuantiser implements Quantiser {
  private static final int MAX_BITS = 8;
  private static final int COARSE_BITS = 3;
  private static final int NEGATIVE = 0x80;

  private final int bits;
  private final int half;

  /**
   * Makes 2 to the power of {@code bits} levels.
   *
   * @param bits 2 to 8
   * @throws IllegalArgumentException if it is out of range
   */
  UniformQuantiser(int bits) {
    if (bits < 2 || bits > MAX_BITS) {
      throw new IllegalArgumentException("bits is from 2 to 8, not " + bits);
    }
    this.bits = bits;
    this.half = 1 << (bits - 1);
  }

  @Override
  public int header(float[] values, int from, int width) {
    float largest = values[from];
    for (int i = from + 1; i < from + width; i++) {
      if (Math.abs(values[i]) > Math.abs(largest)) {
        largest = values[i];
      }
    }
    if (largest == 0) {
      return 0;
    }
    int sign = largest < 0 ? NEGATIVE : 0;
    int k = sign | HalfOctaveScale.atLeast(Math.abs(largest) / half);
    if (level(largest / scale(k)) == 0) {
      return 0;
    }
    if (bits <= COARSE_BITS
        && k - 1 != sign
        && squaredError(values, from, width, scale(k - 1))
            < squaredError(values, from, width, scale(k))) {
      return k - 1;
    }
    return k;
  }

  @Override
  public boolean isHeader(int header) {
    return header != NEGATIVE;
  }

  /** Returns a row's step, negative where the largest value is. */
  @Override
  public float scale(int header) {
    float step = HalfOctaveScale.magnitude(header & HalfOctaveScale.LAST);
    return (header & NEGATIVE) == 0 ? step : -step;
  }

  @Override
  public int bits() {
    return bits;
  }

  @Override
  public int symbol(float value, float step) {
    return level(value / step) + half - 1;
  }

  @Override
  public float value(int symbol, float step) {
    return (symbol - half + 1) * step;
  }

  @Override
  public long bytes(long symbols) {
    return PayloadLength.bytes(Math.multiplyExact(symbols, bits));
  }

  @Override
  public SymbolWriter pack(ByteBuffer out) {
    return new BitWriter(out, bits);
  }

  @Override
  public SymbolReader unpack(ByteBuffer in) {
    return new BitReader(in, bits);
  }

  private int level(float steps) {
    return Math.max(1 - half, Math.min(half, Math.round(steps)));
  }

  private double squaredError(float[] values, int from, int width, float step) {
    double sum = 0;
    for (int i = from; i < from + width; i++) {
      double error = values[i] - (double) level(values[i] / step) * step;
      sum += error * error;
    }
    return sum;
  }
}
