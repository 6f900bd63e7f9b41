package org.limbeck.codecs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Block;
import org.limbeck.api.codec.MalformedPayloadException;

class HardLabelPropertyTest {
  private static final HardLabel CODEC = new HardLabel();

  @Property
  void errsByNoMoreThanItSays(
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(min = 1, max = 20) int power,
      @ForAll long seed)
      throws MalformedPayloadException {
    Random random = new Random(seed);
    double[] powers = new double[width];
    for (int i = 0; i < width; i++) {
      powers[i] = Math.pow(1e-6 + random.nextDouble(), power);
    }
    double sum = DoubleStream.of(powers).sum();
    float[] decision = new float[width];
    for (int i = 0; i < width; i++) {
      decision[i] = (float) (powers[i] / sum);
    }
    Block block = Coded.block(width, decision);
    float largest = Coded.largest(block, 0);
    float[] decoded = Coded.roundTrip(CODEC, block);
    for (int i = 0; i < width; i++) {
      float most = decision[i] == largest ? 1 - 1f / width : 0.5f;
      assertThat(Math.abs(decoded[i] - decision[i])).isLessThanOrEqualTo(most + 1e-6f);
    }
  }

  @Property
  void givesBackLabelsInTheBytesThatItSays(
      @ForAll @IntRange(min = 0, max = 20) int rows,
      @ForAll @IntRange(min = 1, max = 300) int width,
      @ForAll long seed)
      throws MalformedPayloadException {
    Random random = new Random(seed);
    float[] labels = new float[rows * width];
    for (int row = 0; row < rows; row++) {
      labels[row * width + random.nextInt(width)] = 1;
    }
    byte[] bytes = Coded.encode(CODEC, Coded.block(width, labels));
    int bits = (int) Math.ceil(Math.log(width) / Math.log(2) - 1e-9);
    assertThat(bytes).hasSize((rows * bits + 7) / 8).hasSize(CODEC.maxBytes(rows, width));
    assertThat(Coded.decode(CODEC, bytes, rows, width)).containsExactly(labels);
  }
}
