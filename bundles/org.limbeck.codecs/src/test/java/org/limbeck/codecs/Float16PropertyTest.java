package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.codec.MalformedPayloadException;

class Float16PropertyTest {
  private static final Float16 CODEC = new Float16();

  @Property
  void errsByNoMoreThanItSays(@ForAll int bits) throws MalformedPayloadException {
    float value = Float.intBitsToFloat(bits);
    Assume.that(Math.abs(value) <= 65504);
    float decoded = Coded.roundTrip(CODEC, Coded.block(1, value))[0];
    assertThat(Math.abs((double) decoded - value))
        .isLessThanOrEqualTo(Math.max(0x1p-11 * Math.abs(value), 0x1p-25));
  }

  @Property(tries = 100)
  void takesTwoBytesAValue(
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll long seed) {
    assertThat(Coded.encode(CODEC, Coded.random(rows, width, seed))).hasSize(2 * rows * width);
    assertThat(CODEC.maxBytes(rows, width)).isEqualTo(2 * rows * width);
  }

  @Example
  void saysWhichValueIsNotFinite() {
    byte[] bytes = {0x3C, 0, 0x7C, 0};
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> Coded.decode(CODEC, bytes, 1, 2))
        .withMessage("value 1 is not a finite number");
  }

  @Example
  void writesTheHighByteFirst() {
    assertThat(Coded.encode(CODEC, Coded.block(2, 1, -2))).containsExactly(0x3C, 0, 0xC0, 0);
  }
}
