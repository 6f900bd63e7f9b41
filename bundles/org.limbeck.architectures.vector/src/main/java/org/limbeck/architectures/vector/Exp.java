package org.limbeck.architectures.vector;

/**
 * The exponential function in single precision, the same bits on every platform and whatever the
 * JIT compiler does; accurate to about 2 units in the last place. The reduction to |r| ≤ ln 2 / 2
 * and the polynomial are those of Cephes' {@code expf} (S. L. Moshier).
 */
final class Exp {
  static final float LOWEST = -87;
  static final float HIGHEST = 88;
  static final float LOG2_E = 1.442695f;
  static final float LN2_HIGH = 355f / 512;
  static final float LN2_LOW = -2.1219444e-4f;
  static final float P5 = 1.9875691e-4f;
  static final float P4 = 1.3981999e-3f;
  static final float P3 = 8.333452e-3f;
  static final float P2 = 4.1665796e-2f;
  static final float P1 = 1.6666666e-1f;
  static final float P0 = 0.5f;

  /** To add it rounds a small float to an integer, which then stands in the lowest bits. */
  static final float ROUND = 0x1.8p23f;

  static final int EXPONENT_BIAS = 127;
  static final int SIGNIFICAND_BITS = 23;

  private Exp() {}

  /** Returns e to the power of {@code x}, for x held between −87 and 88. */
  static float exp(float x) {
    float bounded = Math.min(Math.max(x, LOWEST), HIGHEST);
    float rounded = bounded * LOG2_E + ROUND;
    float n = -(rounded - ROUND);
    float r = Math.fma(n, LN2_LOW, Math.fma(n, LN2_HIGH, bounded));
    float p = P5;
    p = Math.fma(p, r, P4);
    p = Math.fma(p, r, P3);
    p = Math.fma(p, r, P2);
    p = Math.fma(p, r, P1);
    p = Math.fma(p, r, P0);
    float y = Math.fma(p, r * r, r) + 1;
    int exponent = Float.floatToRawIntBits(rounded) + EXPONENT_BIAS;
    return y * Float.intBitsToFloat(exponent << SIGNIFICAND_BITS);
  }
}
