package org.limbeck.architectures.vector;

/**
 * The exponential function in single precision, the same bits on every platform and whatever the
 * JIT compiler does; accurate to about 2 units in the last place. The reduction to |r| ≤ ln 2 / 2
 * and the polynomial are those of Cephes' {@code expf} (S. L. Moshier).
 */
final class Exp {
  private static final float LOWEST = -87;
  private static final float HIGHEST = 88;
  private static final float LOG2_E = 1.442695f;
  private static final float LN2_HIGH = 355f / 512;
  private static final float LN2_LOW = -2.1219444e-4f;

  /** Adding and subtracting 1.5 · 2^23 rounds a float to the nearest integer. */
  private static final float ROUND = 0x1.8p23f;

  private Exp() {}

  /** Returns e to the power of {@code x}, for x held between −87 and 88. */
  static float exp(float x) {
    float bounded = Math.min(Math.max(x, LOWEST), HIGHEST);
    float n = (bounded * LOG2_E + ROUND) - ROUND;
    float r = Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, bounded));
    float p = 1.9875691e-4f;
    p = Math.fma(p, r, 1.3981999e-3f);
    p = Math.fma(p, r, 8.333452e-3f);
    p = Math.fma(p, r, 4.1665796e-2f);
    p = Math.fma(p, r, 1.6666666e-1f);
    p = Math.fma(p, r, 0.5f);
    float y = Math.fma(p, r * r, r) + 1;
    return y * Float.intBitsToFloat(((int) n + 127) << 23);
  }
}
