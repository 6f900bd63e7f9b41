package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class UniformPropertyTest {

  /** Returns the worst error of a value in a row, given the largest magnitude in it. */
  static float error(int bits, float largest) {
    float half = 1 << (bits - 1);
    double share = bits > 3 ? 1 / half : 1 - (half - 1) / (Math.sqrt(2) * half);
    return (float) Math.max(1.000001 * share * largest, 0x1p-49);
  }

  @Property
  void errsByNoMoreThanItSays(
      @ForAll @IntRange(min = 2, max = 8) int bits,
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll long seed)
      throws MalformedPayloadException {
    Block block = Coded.random(rows, width, seed);
    float[] decoded = Coded.roundTrip(new Uniform(bits, 0, false), block);
    for (int i = 0; i < decoded.length; i++) {
      float value = block.values()[i];
      assertThat(Math.abs(decoded[i] - value))
          .isLessThanOrEqualTo(error(bits, Coded.largest(block, i / width)))
          .isLessThanOrEqualTo(Math.abs(value));
    }
  }

  @Property
  void takesNoMoreBytesThanItSays(
      @ForAll @IntRange(min = 2, max = 8) int bits,
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll long seed) {
    Uniform codec = new Uniform(bits, 0, false);
    assertThat(codec.maxBytes(rows, width)).isEqualTo(rows + (rows * width * bits + 7) / 8);
    Block block = Coded.random(rows, width, seed);
    int coded = 0;
    for (int row = 0; row < rows; row++) {
      coded += Coded.largest(block, row) >= 0x1p-49f ? 1 : 0;
    }
    assertThat(Coded.encode(codec, block)).hasSize(rows + (coded * width * bits + 7) / 8);
  }

  @Property
  void decodesBytesOfAnySortOrRefusesThem(
      @ForAll @IntRange(min = 2, max = 8) int bits,
      @ForAll @IntRange(min = 0, max = 40) int length,
      @ForAll long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    try {
      for (float value : Coded.decode(new Uniform(bits, 0, false), bytes, 2, 7)) {
        assertThat(value).isFinite();
      }
    } catch (MalformedPayloadException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }
}
