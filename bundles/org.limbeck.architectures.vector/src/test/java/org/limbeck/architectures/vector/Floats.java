package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

/** Makes and compares arrays of floats. */
final class Floats {
  private static final float[] SPECIAL = {
    0,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MAX_VALUE,
    -Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  private Floats() {}

  /** Returns values from −1 to 1. */
  static float[] random(int count, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }

  /** Returns values from −100 to 100 with zeros, infinities and the like between them. */
  static float[] special(int count, Random random) {
    float[] values = random(count, random);
    for (int i = 0; i < count; i++) {
      boolean special = random.nextInt(4) == 0;
      values[i] = special ? SPECIAL[random.nextInt(SPECIAL.length)] : 100 * values[i];
    }
    return values;
  }

  static void assertSameBits(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      assertThat(Float.floatToIntBits(actual[i]))
          .as("the bits of place %d, %s and %s", i, actual[i], expected[i])
          .isEqualTo(Float.floatToIntBits(expected[i]));
    }
  }
}
