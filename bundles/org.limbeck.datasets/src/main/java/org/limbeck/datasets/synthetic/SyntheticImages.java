package org.limbeck.datasets.synthetic;

import java.util.Objects;
import java.util.SplittableRandom;
import org.limbeck.api.Shape;

/**
 * Grey images drawn at random around one prototype per class, a byte a pixel. Row i is of class i
 * modulo K.
 */
final class SyntheticImages {

  /** What the rows are for; each use has rows of its own. */
  enum Use {
    TRAINING(0x7261),
    TEST(0x7465),
    REFERENCE(0x7265);

    private final long salt;

    Use(long salt) {
      this.salt = salt;
    }
  }

  private static final float BRIGHTEST = 255;

  private final Shape shape;
  private final int classes;
  private final int rows;
  private final byte[] pixels;

  /**
   * Draws the images.
   *
   * @param seed the seed; equal seeds and shapes have equal prototypes
   * @throws IllegalArgumentException if there are more than 2^31 pixels
   */
  SyntheticImages(Shape shape, int classes, int rows, long seed, Use use) {
    this.shape = shape;
    this.classes = classes;
    this.rows = rows;
    long count = (long) rows * shape.features();
    if (count > Integer.MAX_VALUE - Long.BYTES) {
      throw new IllegalArgumentException(
          "rows: " + rows + " images of " + shape + " are more than 2^31 pixels");
    }
    this.pixels = new byte[(int) count];
    byte[] prototypes = new byte[classes * shape.features()];
    new SplittableRandom(seed).nextBytes(prototypes);
    new SplittableRandom(seed ^ use.salt).nextBytes(pixels);
    mix(prototypes);
  }

  int rows() {
    return rows;
  }

  int label(int row) {
    Objects.checkIndex(row, rows);
    return row % classes;
  }

  void read(int row, float[] into, int offset) {
    int begin = row * shape.features();
    for (int i = 0; i < shape.features(); i++) {
      into[offset + i] = (pixels[begin + i] & 0xff) / BRIGHTEST;
    }
  }

  /** A pixel is half that of the prototype and half noise. */
  private void mix(byte[] prototypes) {
    int features = shape.features();
    for (int row = 0; row < rows; row++) {
      int from = label(row) * features;
      int to = row * features;
      for (int i = 0; i < features; i++) {
        int sum = (pixels[to + i] & 0xff) + (prototypes[from + i] & 0xff);
        pixels[to + i] = (byte) (sum / 2);
      }
    }
  }
}
