package org.limbeck.codecs;

/**
 * Magnitudes in seven bits: 0, and 2<sup>(k − 97) / 2</sup> for k from 1 to 127, which is 2
 * <sup>−48</sup> to 2<sup>15</sup> in steps of half an octave.
 */
final class HalfOctaveScale {
  static final int LAST = 127;

  private static final int ONE = 97;
  private static final float SQRT_2 = (float) Math.sqrt(2);

  private static final float QUARTER_OCTAVE_LESS = (float) Math.pow(2, -0.25);
  private static final float SMALLEST = 0x1p-48f;

  private HalfOctaveScale() {}

  /** Returns the magnitude number k. */
  static float magnitude(int k) {
    if (k == 0) {
      return 0;
    }
    return Math.scalb(((k - ONE) & 1) == 0 ? 1 : SQRT_2, (k - ONE) >> 1);
  }

  /**
   * Returns the number of the smallest magnitude that is not 0 and not below a value above 0, or
   * {@link #LAST}.
   */
  static int atLeast(float value) {
    int k = Math.max(1, Math.min(LAST, 2 * Math.getExponent(value) + ONE));
    while (k < LAST && magnitude(k) < value) {
      k++;
    }
    return k;
  }

  /**
   * Returns the number of the magnitude that is the fewest octaves away; below 2<sup>−49</sup> that
   * is 0.
   */
  static int nearest(float value) {
    return value < SMALLEST / 2 ? 0 : atLeast(value * QUARTER_OCTAVE_LESS);
  }
}
