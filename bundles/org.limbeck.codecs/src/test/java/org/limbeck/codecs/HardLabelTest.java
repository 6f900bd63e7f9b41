package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.limbeck.api.codec.MalformedPayloadException;

class HardLabelTest {
  private static final HardLabel CODEC = new HardLabel();

  @Test
  void writesThePlaceOfTheLargestEntryAndOfEqualOnesTheFirst() {
    assertThat(Coded.encode(CODEC, Coded.block(3, 0.2f, 0.3f, 0.5f, 0.4f, 0.4f, 0.2f, 0, 1, 0)))
        .containsExactly(0b01_00_10);
  }

  @Test
  void takesFewBytes() {
    assertThat(CODEC.maxBytes(32, 10)).isEqualTo(16);
    assertThat(CODEC.maxBytes(1, 256)).isEqualTo(1);
    assertThat(CODEC.maxBytes(5, 1)).isZero();
  }

  @Test
  void codesValues() {
    assertThat(CODEC.codesDifferences()).isFalse();
  }

  @Test
  void saysWhatIsWrong() {
    refuses("2 rows of 3 classes take 1 bytes, and 2 came", 0, 0);
    refuses("row 1 has the label 3, and there are 3 classes", 0b1101);
    refuses("the last byte ends with bits that mean nothing", 0b10000);
  }

  private static void refuses(String message, int... bytes) {
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> Coded.decode(CODEC, Coded.bytes(bytes), 2, 3))
        .withMessage(message);
  }
}
