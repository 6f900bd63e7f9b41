package org.limbeck.codecs;

/** IEEE 754 binary16 in the low bits of an int. Java has this itself from version 20 on. */
final class Binary16 {
  /** The largest finite value, 65,504. */
  static final int MAX = 0x7BFF;

  private static final int SIGN = 0x8000;
  private static final int EXPONENT = 0x7C00;
  private static final float MIN_NORMAL = 0x1p-14f;
  private static final float UNIT = 0x1p-24f;
  private static final int SHIFT = 13;
  private static final int BIAS = (127 - 15) << 23;

  private Binary16() {}

  /** Returns the nearest half, the even one of two; {@link #MAX} for larger finite values. */
  static int of(float value) {
    float magnitude = Math.abs(value);
    int sign = (Float.floatToRawIntBits(value) >>> 16) & SIGN;
    if (magnitude < MIN_NORMAL) {
      return sign | (int) Math.rint(magnitude / UNIT);
    }
    int bits = Float.floatToRawIntBits(magnitude);
    int even = (bits >> SHIFT) & 1;
    return sign | Math.min(MAX, (bits - BIAS + (1 << (SHIFT - 1)) - 1 + even) >> SHIFT);
  }

  static boolean isFinite(int half) {
    return (half & EXPONENT) != EXPONENT;
  }

  /** Returns the value of a finite half. */
  static float value(int half) {
    int magnitude = half & ~SIGN;
    float value =
        (half & EXPONENT) == 0
            ? magnitude * UNIT
            : Float.intBitsToFloat((magnitude << SHIFT) + BIAS);
    return (half & SIGN) == 0 ? value : -value;
  }
}
