package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.limbeck.api.codec.MalformedPayloadException;

class TopKTest {
  private static final TopK CODEC = new TopK(2, 0);

  /** 97 is a magnitude of 1, and every two more double it. */
  @Test
  void writesTheMagnitudesOfAllRowsAndThenThePlaces() throws Exception {
    byte[] bytes = Coded.bytes(97, 99 | 0x80, 95, 0, 0, 0, 0b01_11_01);
    assertThat(Coded.encode(CODEC, Coded.block(4, 0, 1, 0.1f, -2, 0, 0.5f, 0, 0, 0, 0, 0, 0)))
        .containsExactly(bytes);
    assertThat(Coded.decode(CODEC, bytes, 3, 4))
        .containsExactly(0, 1, 0, -2, 0, 0.5f, 0, 0, 0, 0, 0, 0);
  }

  @Test
  void keepsTheFirstOfEqualEntries() throws Exception {
    assertThat(Coded.roundTrip(CODEC, Coded.block(5, 0.5f, -1, 1, 1, -1)))
        .containsExactly(0, -1, 1, 0, 0);
  }

  @Test
  void takesFewBytes() {
    assertThat(new TopK(1, 0).maxBytes(32, 10)).isEqualTo(48);
    assertThat(CODEC.maxBytes(32, 10)).isEqualTo(96);
    assertThat(new TopK(26, 0).maxBytes(1, 256)).isEqualTo(52);
    assertThat(CODEC.maxBytes(3, 1)).isEqualTo(3);
  }

  @Test
  void mixesByTheShareOfEntriesOrTheOption() {
    assertThat(CODEC.gamma(10)).isEqualTo(1 / 3f, Offset.offset(1e-6f));
    assertThat(CODEC.gamma(2)).isEqualTo(1);
    assertThat(CODEC.gamma(1)).isEqualTo(1);
    assertThat(new TopK(2, 0.5f).gamma(10)).isEqualTo(0.5f);
  }

  @Test
  void refusesToKeepNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopK(0, 0))
        .withMessage("entries is 1 or more, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TopK(1, Float.NaN))
        .withMessage("gamma is from 0 to 1, not NaN");
  }

  @Test
  void saysWhatIsWrong() {
    refuses("1 rows of 3 entries take 3 bytes, and 4 came", 97, 97, 0b01_00, 0);
    refuses("1 rows of 3 entries take at least 2 bytes, and 1 came", 97);
    refuses("the entries of row 0 are in disorder", 97, 97, 0b00_01);
    refuses("the entries of row 0 are in disorder", 97, 97, 0b01_01);
    refuses("the entries of row 0 are in disorder", 97, 97, 0b11_01);
    refuses("the entries of row 0 are in disorder", 97, 0x80, 0b10_01);
    refuses("the entries of row 0 are in disorder", 0, 97, 0b01);
    refuses("the last byte ends with bits that mean nothing", 97, 97, 0b1_01_00);
  }

  private static void refuses(String message, int... bytes) {
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> Coded.decode(CODEC, Coded.bytes(bytes), 1, 3))
        .withMessage(message);
  }
}
