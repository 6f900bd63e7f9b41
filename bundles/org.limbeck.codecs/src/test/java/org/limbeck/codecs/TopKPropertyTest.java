package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class TopKPropertyTest {

  @Property
  void keepsTheLargestEntriesAndDropsTheOthers(
      @ForAll @IntRange(min = 1, max = 12) int entries,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll long seed)
      throws MalformedPayloadException {
    Block block = Coded.random(1, width, seed);
    float[] decoded = Coded.roundTrip(new TopK(entries, 0), block);
    double[] magnitudes = new double[width];
    Arrays.setAll(magnitudes, i -> Math.abs(block.values()[i]));
    double[] sorted = magnitudes.clone();
    Arrays.sort(sorted);
    double smallest = sorted[Math.max(0, width - entries)];
    int kept = 0;
    for (int i = 0; i < width; i++) {
      double error = Math.abs((double) decoded[i] - block.values()[i]);
      if (magnitudes[i] > smallest && magnitudes[i] > 0x1p-48) {
        assertThat(error).isLessThanOrEqualTo(0.19 * magnitudes[i]);
      } else {
        assertThat(error).isLessThanOrEqualTo(Math.max(smallest, 0x1p-48));
      }
      kept += decoded[i] == 0 ? 0 : 1;
    }
    assertThat(kept).isLessThanOrEqualTo(entries);
  }

  @Property
  void takesNoMoreBytesThanItSays(
      @ForAll @IntRange(min = 1, max = 12) int entries,
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 40) int width,
      @ForAll long seed) {
    TopK codec = new TopK(entries, 0);
    int kept = Math.min(entries, width);
    int bits = (int) Math.ceil(Math.log(width) / Math.log(2) - 1e-9);
    assertThat(codec.maxBytes(rows, width)).isEqualTo(kept * rows + (kept * rows * bits + 7) / 8);
    byte[] bytes = Coded.encode(codec, Coded.random(rows, width, seed));
    int coded = 0;
    for (int i = 0; i < rows * kept; i++) {
      coded += bytes[i] == 0 ? 0 : 1;
    }
    assertThat(bytes).hasSize(kept * rows + (coded * bits + 7) / 8);
  }

  @Property
  void decodesBytesOfAnySortOrRefusesThem(
      @ForAll @IntRange(min = 1, max = 3) int entries,
      @ForAll @IntRange(min = 0, max = 10) int length,
      @ForAll long seed) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    try {
      for (float value : Coded.decode(new TopK(entries, 0), bytes, 2, 7)) {
        assertThat(value).isFinite();
      }
    } catch (MalformedPayloadException refused) {
      assertThat(refused).message().isNotBlank();
    }
  }
}
