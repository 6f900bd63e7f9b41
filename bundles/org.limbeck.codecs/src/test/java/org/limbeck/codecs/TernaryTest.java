package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.limbeck.api.codec.MalformedPayloadException;

class TernaryTest {
  private static final Ternary CODEC = new Ternary(0, false);

  /** 97 is a magnitude of 1; −1, 0, 1 are the digits 0, 1, 2. */
  @Test
  void writesTheMagnitudesOfAllRowsAndThenFiveDigitsAByte() throws Exception {
    byte[] bytes = {97, 0, 99, (byte) (2 + 3 + 9 * 0 + 27 * 1 + 81 * 2), 0};
    assertThat(Coded.encode(CODEC, Coded.block(3, 1.1f, 0.3f, -0.9f, 0, 0, 0, 0.8f, 2, -2)))
        .containsExactly(bytes);
    assertThat(Coded.decode(CODEC, bytes, 3, 3)).containsExactly(1, 0, -1, 0, 0, 0, 0, 2, -2);
  }

  @Test
  void takesTheMeanOfTheLargeValues() throws Exception {
    assertThat(Coded.roundTrip(CODEC, Coded.block(5, 1.4f, 1, -1, 0.6f, 0.1f)))
        .containsExactly(1, 1, -1, 1, 0);
  }

  @Test
  void keepsSmallRows() throws Exception {
    float tiny = 0x1p-48f;
    assertThat(Coded.roundTrip(CODEC, Coded.block(2, tiny, -tiny, tiny / 4, 0)))
        .containsExactly(tiny, -tiny, 0, 0);
  }

  @Test
  void takesFewBytes() {
    assertThat(CODEC.maxBytes(32, 10)).isEqualTo(96);
    assertThat(CODEC.maxBytes(1, 256)).isEqualTo(53);
  }

  @Test
  void mixesWithOneOrTheOption() {
    assertThat(CODEC.gamma(10)).isEqualTo(1);
    assertThat(new Ternary(0.5f, false).gamma(10)).isEqualTo(0.5f);
  }

  @Test
  void saysWhatIsWrong() {
    refuses("1 rows of 3 values take 2 bytes, and 3 came", 97, 1, 1);
    refuses("1 rows of 3 values take at least 1 bytes, and 0 came");
    refuses("row 0 begins with 128, no scale", 0x80, 0);
    refuses("no five digits to the base of 3 make 243", 97, 243);
    refuses("the last byte ends with digits that mean nothing", 97, 81);
  }

  private static void refuses(String message, int... bytes) {
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> Coded.decode(CODEC, Coded.bytes(bytes), 1, 3))
        .withMessage(message);
  }
}
