package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class TernaryPropertyTest {
  private static final Ternary CODEC = new Ternary(0, false);

  @Property
  void errsByNoMoreThanItSays(
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed)
      throws MalformedPayloadException {
    Block block = Coded.random(rows, width, seed);
    float[] decoded = Coded.roundTrip(CODEC, block);
    for (int i = 0; i < decoded.length; i++) {
      float value = block.values()[i];
      assertThat(Math.abs(decoded[i] - value))
          .isLessThanOrEqualTo(Math.max(0.9f * Coded.largest(block, i / width), 0x1p-46f))
          .isLessThanOrEqualTo(Math.abs(value));
    }
  }

  /** Geometric rows make the scale fall furthest, and small ones below the smallest scale. */
  @Property
  void errsByNoMoreThanItSaysInSteepRows(
      @ForAll @IntRange(min = 1, max = 99) int percent,
      @ForAll @IntRange(min = 1, max = 300) int width,
      @ForAll @IntRange(min = -52, max = 0) int exponent)
      throws MalformedPayloadException {
    float[] values = new float[width];
    for (int i = 0; i < width; i++) {
      values[i] = (float) Math.scalb(Math.pow(percent / 100.0, i), exponent);
    }
    float[] decoded = Coded.roundTrip(CODEC, Coded.block(width, values));
    float largest = Math.scalb(1f, exponent);
    for (int i = 0; i < width; i++) {
      assertThat(Math.abs(decoded[i] - values[i]))
          .isLessThanOrEqualTo(Math.max(0.9f * largest, 0x1p-46f))
          .isLessThanOrEqualTo(values[i]);
    }
  }

  /** The mean of the largest is below the smallest scale; the largest itself is not. */
  @Test
  void makesARowZerosWhoseMeanIsTooSmall() throws MalformedPayloadException {
    float largest = 1.01f * 0x1p-49f;
    float[] row = {largest, 0.6f * 0x1p-49f, 0.6f * 0x1p-49f};
    assertThat(Coded.roundTrip(CODEC, Coded.block(3, row))).containsOnly(0);
  }

  @Property
  void takesNoMoreBytesThanItSays(
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll long seed) {
    assertThat(CODEC.maxBytes(rows, width)).isEqualTo(rows + (rows * width + 4) / 5);
    Block block = Coded.random(rows, width, seed);
    byte[] bytes = Coded.encode(CODEC, block);
    int coded = 0;
    for (int row = 0; row < rows; row++) {
      coded += bytes[row] == 0 ? 0 : 1;
    }
    assertThat(bytes).hasSize(rows + (coded * width + 4) / 5);
  }

  @Property
  void decodesBytesOfAnySortOrRefusesThem(
      @ForAll @IntRange(min = 0, max = 8) int length, @ForAll long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    try {
      for (float value : Coded.decode(CODEC, bytes, 2, 7)) {
        assertThat(value).isFinite();
      }
    } catch (MalformedPayloadException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }
}
