package org.limbeck.datasets.synthetic;

import java.util.Objects;
import java.util.SplittableRandom;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;

/** Grey images drawn at random around one prototype per class. Row i is of class i modulo K. */
final class SyntheticImages implements LabelledRows {

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

  /** Java's longest arrays are a little shorter than their index would allow. */
  private static final int HEADROOM = 8;

  private static final float BRIGHTEST = 255;

  private final Shape shape;
  private final int classes;
  private final int rows;
  private final float[] pixels;

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
    if (count > Integer.MAX_VALUE - HEADROOM) {
      throw new IllegalArgumentException(
          "rows: " + rows + " images of " + shape + " are more than 2^31 pixels");
    }
    this.pixels = new float[(int) count];
    byte[] prototypes = new byte[classes * shape.features()];
    new SplittableRandom(seed).nextBytes(prototypes);
    draw(prototypes, new SplittableRandom(seed ^ use.salt));
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int label(int row) {
    Objects.checkIndex(row, rows);
    return row % classes;
  }

  @Override
  public void read(int row, float[] into, int offset) {
    System.arraycopy(pixels, row * shape.features(), into, offset, shape.features());
  }

  /** A pixel is half that of the prototype and half noise. */
  private void draw(byte[] prototypes, SplittableRandom random) {
    int features = shape.features();
    byte[] noise = new byte[features];
    for (int row = 0; row < rows; row++) {
      random.nextBytes(noise);
      int from = label(row) * features;
      int to = row * features;
      for (int i = 0; i < features; i++) {
        int mean = ((noise[i] & 0xff) + (prototypes[from + i] & 0xff)) / 2;
        pixels[to + i] = mean / BRIGHTEST;
      }
    }
  }
}
