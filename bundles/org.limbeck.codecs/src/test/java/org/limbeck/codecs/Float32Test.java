package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class Float32Test {
  private static final Float32 CODEC = new Float32();

  @Test
  void writesFourBytesPerValueTheHighestFirst() {
    ByteBuffer out = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
    CODEC.encode(block(2, 3, 1, -2, 0.5f, 0.1f, -0f, Float.MIN_VALUE), out);
    assertThat(HexFormat.of().formatHex(out.array()))
        .isEqualTo("3f800000" + "c0000000" + "3f000000" + "3dcccccd" + "80000000" + "00000001");
    assertThat(out.hasRemaining()).isFalse();
  }

  @Test
  void readsFourBytesPerValueTheHighestFirst() throws MalformedPayloadException {
    byte[] bytes = HexFormat.of().parseHex("3f800000" + "bf400000");
    Block block = block(1, 2);
    CODEC.decode(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), block);
    assertThat(block.values()).containsExactly(1, -0.75f);
  }

  @Test
  void takesFourBytesPerValue() {
    assertThat(CODEC.maxBytes(64, 10)).isEqualTo(2560);
    assertThat(CODEC.maxBytes(0, 10)).isZero();
    assertThatThrownBy(() -> CODEC.maxBytes(1 << 15, 1 << 14))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void losesNothingAndSoAllowsTheFullMixingStep() {
    assertThat(CODEC.gamma(1)).isEqualTo(1);
    assertThat(CODEC.gamma(1000)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"0", "23", "25", "48"})
  void saysHowManyBytesItExpected(int length) {
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> CODEC.decode(ByteBuffer.allocate(length), block(2, 3)))
        .withMessage("2 rows of 3 float32 values take 24 bytes, and " + length + " came");
  }

  @ParameterizedTest
  @CsvSource({"7fc00000, NaN", "7f800000, Infinity", "ff800000, -Infinity"})
  void saysWhichValueIsNotFinite(String bits, String name) {
    byte[] bytes = HexFormat.of().parseHex("3f800000" + bits);
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> CODEC.decode(ByteBuffer.wrap(bytes), block(1, 2)))
        .withMessage("value 1 is " + name + ", not a finite number");
  }

  private static Block block(int rows, int width, float... values) {
    Block block = new Block(rows, width);
    block.rows(rows);
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }
}
