package org.limbeck.datasets.rows;

import org.limbeck.api.Shape;

/**
 * Makes images another size, and grey, so that those of one dataset serve beside another. A pixel
 * is the mean over the area that it covers, in whole numbers: the same on every machine.
 *
 * @param height pixels, 0: as they are
 * @param width pixels, 0: as they are
 * @param greyscale whether three channels become one, by their luma (ITU-R BT.601), rounded as
 *     Pillow does
 */
public record ImageTransform(int height, int width, boolean greyscale) {
  private static final int COLOURS = 3;

  /** Fits images. */
  public ImageTable apply(ImageTable images) {
    ImageTable coloured = greyscale && images.shape().channels() == COLOURS ? grey(images) : images;
    Shape from = coloured.shape();
    Shape to =
        new Shape(
            height == 0 ? from.height() : height,
            width == 0 ? from.width() : width,
            from.channels());
    ImageTable fitted = from.equals(to) ? coloured : scaled(coloured, to);
    return fitted.fit().equals(this)
        ? fitted
        : new ImageTable(to, fitted.values(), fitted.labels(), this);
  }

  private static ImageTable grey(ImageTable images) {
    Shape shape = new Shape(images.shape().height(), images.shape().width(), 1);
    byte[] from = images.values();
    byte[] to = new byte[from.length / COLOURS];
    for (int i = 0; i < to.length; i++) {
      int red = from[3 * i] & 0xff;
      int green = from[3 * i + 1] & 0xff;
      int blue = from[3 * i + 2] & 0xff;
      to[i] = (byte) ((19595 * red + 38470 * green + 7471 * blue + 0x8000) >> 16);
    }
    return new ImageTable(shape, to, images.labels());
  }

  private static ImageTable scaled(ImageTable images, Shape shape) {
    byte[] values = new byte[Math.multiplyExact(images.rows(), shape.features())];
    int to = 0;
    for (int row = 0; row < images.rows(); row++) {
      for (int y = 0; y < shape.height(); y++) {
        for (int x = 0; x < shape.width(); x++) {
          for (int channel = 0; channel < shape.channels(); channel++) {
            values[to++] = mean(images, row, y, x, channel, shape);
          }
        }
      }
    }
    return new ImageTable(shape, values, images.labels());
  }

  /** With sides scaled by both sizes, pixels of either image have whole numbers as borders. */
  private static byte mean(ImageTable images, int row, int y, int x, int channel, Shape to) {
    Shape from = images.shape();
    long sum = 0;
    int top = y * from.height();
    int left = x * from.width();
    for (int v = top / to.height(); v * to.height() < top + from.height(); v++) {
      int high = overlap(v * to.height(), to.height(), top, from.height());
      for (int u = left / to.width(); u * to.width() < left + from.width(); u++) {
        int wide = overlap(u * to.width(), to.width(), left, from.width());
        int at = ((row * from.height() + v) * from.width() + u) * from.channels() + channel;
        sum += (long) high * wide * (images.values()[at] & 0xff);
      }
    }
    long area = (long) from.height() * from.width();
    return (byte) ((sum + area / 2) / area);
  }

  private static int overlap(int a, int aLength, int b, int bLength) {
    return Math.min(a + aLength, b + bLength) - Math.max(a, b);
  }
}
