package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;

class AdaptivePropertyTest {

  @Property
  void changesNoValueAndTakesAByteMoreAtMost(
      @ForAll @IntRange(min = 1, max = 8) int bits,
      @ForAll @IntRange(min = 0, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 60) int width,
      @ForAll long seed)
      throws MalformedPayloadException {
    Block block = Coded.random(rows, width, seed);
    Codec codec = codec(bits, true);
    byte[] bytes = Coded.encode(codec, block);
    byte[] packed = Coded.encode(codec(bits, false), block);
    assertThat(bytes.length).isLessThanOrEqualTo(packed.length + 1);
    assertThat(Coded.decode(codec, bytes, rows, width))
        .containsExactly(Coded.decode(codec(bits, false), packed, rows, width));
  }

  @Property
  void decodesBytesOfAnySortOrRefusesThem(
      @ForAll @IntRange(min = 1, max = 8) int bits,
      @ForAll @IntRange(min = 0, max = 40) int length,
      @ForAll boolean ranged,
      @ForAll long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    if (length > 0 && ranged) {
      bytes[0] = 1;
    }
    Codec codec = codec(bits, true);
    try {
      float[] values = Coded.decode(codec, bytes, 3, 7);
      for (float value : values) {
        assertThat(value).isFinite();
      }
    } catch (MalformedPayloadException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }

  @Property(tries = 200)
  void refusesWhatIsCutOffOrGoesOn(
      @ForAll @IntRange(min = 1, max = 8) int bits, @ForAll long seed) {
    Codec codec = codec(bits, true);
    byte[] bytes = Coded.encode(codec, Coded.random(20, 10, seed));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    byte[] shorter = Arrays.copyOf(bytes, bytes.length - 1);
    for (byte[] wrong : new byte[][] {longer, shorter}) {
      assertThatExceptionOfType(MalformedPayloadException.class)
          .isThrownBy(() -> Coded.decode(codec, wrong, 20, 10));
    }
  }

  @Example
  void takesFewerBytesWhereLevelsComeUnequallyOften() {
    float[] values = new float[320];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.pow(random.nextGaussian(), 3);
    }
    Block block = Coded.block(10, values);
    assertThat(Coded.encode(codec(2, true), block).length).isLessThan(112 * 9 / 10);
    assertThat(Coded.encode(codec(4, true), block).length).isLessThan(192 * 8 / 10);
  }

  @Example
  void refusesAnUnknownForm() {
    assertThatExceptionOfType(MalformedPayloadException.class)
        .isThrownBy(() -> Coded.decode(codec(2, true), new byte[] {2, 0}, 1, 1))
        .withMessage("there is no form 2 of a payload");
  }

  /** Returns the ternary codec for 1 bit. */
  private static Codec codec(int bits, boolean adaptive) {
    return bits == 1 ? new Ternary(0, adaptive) : new Uniform(bits, 0, adaptive);
  }
}
