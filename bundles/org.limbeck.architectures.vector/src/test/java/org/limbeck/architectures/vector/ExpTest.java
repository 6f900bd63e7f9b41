package org.limbeck.architectures.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpTest {
  private static final float LOWEST = -87;
  private static final float HIGHEST = 88;

  /** A prime, so that all sorts of mantissas come up: about two million values in all. */
  private static final int STRIDE = 1009;

  @Test
  void isExactAtZero() {
    assertThat(Exp.exp(0)).isEqualTo(1);
    assertThat(Exp.exp(-0f)).isEqualTo(1);
  }

  @Test
  void isWithinTwoUnitsInTheLastPlace() {
    double worst = 0;
    for (float x = 0; x <= HIGHEST; x = plus(x, STRIDE)) {
      worst = Math.max(worst, Math.max(error(x), x <= -LOWEST ? error(-x) : 0));
    }
    assertThat(worst).as("the largest error in units in the last place").isLessThan(2);
  }

  @Test
  void doesNotFallFromOneFloatToTheNext() {
    for (float x = Float.MIN_NORMAL; x <= HIGHEST; x = plus(x, STRIDE)) {
      assertRises(x, Math.nextUp(x));
      if (x <= -LOWEST) {
        assertRises(-Math.nextUp(x), -x);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {88.00001f, 89, 1000, Float.MAX_VALUE, Float.POSITIVE_INFINITY})
  void staysFiniteAboveItsRange(float x) {
    assertThat(Exp.exp(x)).isFinite().isEqualTo(Exp.exp(HIGHEST));
  }

  @ParameterizedTest
  @ValueSource(floats = {-87.00001f, -88, -1000, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY})
  void staysAboveZeroBelowItsRange(float x) {
    assertThat(Exp.exp(x)).isGreaterThanOrEqualTo(Float.MIN_NORMAL).isEqualTo(Exp.exp(LOWEST));
  }

  @Test
  void doesNotHideWhatIsNotANumber() {
    assertThat(Exp.exp(Float.NaN)).isNaN();
  }

  @Test
  void hasTheSameBitsEverywhere() {
    CRC32 crc = new CRC32();
    ByteBuffer bits = ByteBuffer.allocate(Float.BYTES);
    for (int i = -87 * 64; i <= 88 * 64; i++) {
      crc.update(bits.clear().putFloat(Exp.exp(i / 64f)).flip());
    }
    assertThat(crc.getValue()).isEqualTo(341235782L);
  }

  private static void assertRises(float x, float next) {
    if (Exp.exp(x) > Exp.exp(next)) {
      throw new AssertionError("exp(" + x + ") is above exp(" + next + ")");
    }
  }

  private static double error(float x) {
    double exact = StrictMath.exp(x);
    return Math.abs(Exp.exp(x) - exact) / Math.ulp((float) exact);
  }

  /** Returns the float that is so many places above {@code x}, which is not negative. */
  private static float plus(float x, int floats) {
    return Float.intBitsToFloat(Float.floatToIntBits(x) + floats);
  }
}
