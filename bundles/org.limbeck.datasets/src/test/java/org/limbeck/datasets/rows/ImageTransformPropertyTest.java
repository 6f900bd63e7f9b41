package org.limbeck.datasets.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.api.Shape;

class ImageTransformPropertyTest {

  @Property(tries = 100)
  void keepsUniformImagesAsTheyAre(
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll byte value) {
    byte[] values = new byte[2 * 4 * 5 * 3];
    java.util.Arrays.fill(values, value);
    ImageTable fitted =
        new ImageTransform(height, width, false).apply(images(new Shape(4, 5, 3), values));
    assertThat(fitted.shape()).isEqualTo(new Shape(height, width, 3));
    assertThat(fitted.values()).containsOnly(value).hasSize(2 * height * width * 3);
  }

  @Property(tries = 100)
  void keepsTheMean(
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll long seed) {
    byte[] values = new byte[7 * 6];
    new Random(seed).nextBytes(values);
    ImageTable fitted =
        new ImageTransform(height, width, false).apply(images(new Shape(7, 6, 1), values));
    assertThat(mean(fitted.values())).isCloseTo(mean(values), within(0.5));
  }

  @Example
  void averagesAreas() {
    byte[] values = {0, 100, 50, 10, (byte) 200, 30};
    ImageTable fitted = new ImageTransform(1, 2, false).apply(images(new Shape(2, 3, 1), values));
    assertThat(fitted.values()).containsExactly(53, 77);
  }

  @Example
  void weighsColoursByLuma() {
    byte[] values = {(byte) 255, 0, 0, 0, (byte) 255, 0, 0, 0, (byte) 255};
    ImageTable fitted = new ImageTransform(0, 0, true).apply(images(new Shape(1, 3, 3), values));
    assertThat(fitted.shape()).isEqualTo(new Shape(1, 3, 1));
    assertThat(fitted.values()).containsExactly(76, (byte) 150, 29);
  }

  @Example
  void leavesImagesOfTheSizeAskedForAlone() {
    ImageTable images = images(new Shape(2, 1, 1), new byte[] {1, 2, 3, 4});
    assertThat(new ImageTransform(2, 1, true).apply(images).values()).isSameAs(images.values());
  }

  private static double mean(byte[] values) {
    double sum = 0;
    for (byte value : values) {
      sum += value & 0xff;
    }
    return sum / values.length;
  }

  private static ImageTable images(Shape shape, byte[] values) {
    return new ImageTable(shape, values, new int[values.length / shape.features()]);
  }
}
