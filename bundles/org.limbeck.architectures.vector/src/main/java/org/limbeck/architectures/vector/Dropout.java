package org.limbeck.architectures.vector;

/**
 * Draws which units a step leaves out (Srivastava et al., <i>Dropout</i>, JMLR 2014), the others
 * scaled up so that predictions need no scaling. Each unit has a number of its own, by the mixing
 * function of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), so that masks depend on nothing but the
 * key.
 */
final class Dropout {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Dropout() {}

  /** Returns the key of one of the parts that a key stands for. */
  static long key(long key, long part) {
    return mix(key + (part + 1) * GOLDEN_GAMMA);
  }

  /**
   * Draws masks.
   *
   * @param mask receives {@code count} values: 0 with probability {@code rate}, else 1 / (1 − rate)
   */
  static void draw(float[] mask, int count, float rate, long key) {
    int bound = (int) (rate * (1 << 24));
    float scale = 1 / (1 - rate);
    for (int i = 0; i < count; i++) {
      mask[i] = mix(key + i * GOLDEN_GAMMA) >>> 40 < bound ? 0 : scale;
    }
  }

  /** Writes the products of {@code count} values and their masks to {@code out}. */
  static void apply(float[] values, float[] mask, int count, float[] out) {
    for (int i = 0; i < count; i++) {
      out[i] = values[i] * mask[i];
    }
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
