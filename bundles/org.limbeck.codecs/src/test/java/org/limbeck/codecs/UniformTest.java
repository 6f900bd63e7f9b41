package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.limbeck.api.codec.MalformedPayloadException;

class UniformTest {
  private static final Uniform TWO_BITS = new Uniform(2, 0, false);

  /** 97 is a step of 1; the levels −1, 0, 1, 2 are written as 0, 1, 2, 3. */
  @Test
  void writesTheStepsOfAllRowsAndThenTheLevels() {
    assertThat(Coded.encode(TWO_BITS, Coded.block(3, 2, 0.4f, -1, 0, 0, 0, 0.3f, -2, 0.6f)))
        .containsExactly(97, 0, 97 | 0x80, 0b01_00_01_11, 0b00_11);
  }

  @Test
  void readsThem() throws Exception {
    byte[] bytes = {97, 0, (byte) (97 | 0x80), 0b01_00_01_11, 0b00_11};
    assertThat(Coded.decode(TWO_BITS, bytes, 3, 3))
        .usingComparatorWithPrecision(0f)
        .containsExactly(2, 0, -1, 0, 0, 0, 0, -2, 1);
  }

  @Test
  void takesTheStepThatFitsMoreValues() throws Exception {
    float[] decoded = Coded.roundTrip(TWO_BITS, Coded.block(5, 2, 0.7f, 0.7f, -0.7f, 0.7f));
    float step = (float) Math.sqrt(0.5);
    assertThat(decoded).containsExactly(2 * step, step, step, -step, step);
  }

  @ParameterizedTest
  @CsvSource({"1e-13, 1e-14", "1e-9, 1e-10", "3e4, 3e3"})
  void keepsSmallAndLargeRows(float large, float small) throws Exception {
    float[] decoded = Coded.roundTrip(new Uniform(8, 0, false), Coded.block(2, large, small));
    assertThat(decoded).usingComparatorWithPrecision(large / 128).containsExactly(large, small);
  }

  @Test
  void cutsOffWhatIsTooLargeAndForgetsWhatIsTooSmall() throws Exception {
    float[] decoded = Coded.roundTrip(TWO_BITS, Coded.block(2, 1e30f, -1e30f, 1e-16f, -1e-16f));
    assertThat(decoded).containsExactly(65536, -32768, 0, 0);
  }

  @Test
  void takesFewBytes() {
    assertThat(TWO_BITS.maxBytes(32, 10)).isEqualTo(112);
    assertThat(new Uniform(4, 0, false).maxBytes(32, 10)).isEqualTo(192);
    assertThat(new Uniform(8, 0, false).maxBytes(1, 256)).isEqualTo(257);
  }

  @Test
  void mixesWithOneOrTheOption() {
    assertThat(TWO_BITS.gamma(10)).isEqualTo(1);
    assertThat(new Uniform(2, 0.5f, false).gamma(10)).isEqualTo(0.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, -1})
  void refusesOtherBits(int bits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Uniform(bits, 0, false))
        .withMessage("bits is from 2 to 8, not " + bits);
  }

  @Test
  void saysWhatIsWrong() {
    refuses("1 rows of 3 values take 2 bytes, and 3 came", 97, 1, 1);
    refuses("1 rows of 3 values take at least 1 bytes, and 0 came");
    refuses("row 0 begins with 128, no scale", 0x80, 0);
    refuses("the last byte ends with bits that mean nothing", 97, 0x40);
  }

  private static void refuses(String message, int... bytes) {
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> Coded.decode(TWO_BITS, Coded.bytes(bytes), 1, 3))
        .withMessage(message);
  }
}
