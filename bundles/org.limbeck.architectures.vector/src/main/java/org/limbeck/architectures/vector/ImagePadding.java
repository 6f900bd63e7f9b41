package org.limbeck.architectures.vector;

import java.util.Arrays;
import org.limbeck.api.Shape;

/** Puts zeros around channel-last images, as many as a convolution needs, and takes them off. */
final class ImagePadding {
  private final Shape image;
  private final int before;
  private final int height;
  private final int width;

  /**
   * Makes the geometry.
   *
   * @param image the shape of an image without padding
   * @param kernel the height and width of the filters in pixels
   */
  ImagePadding(Shape image, Padding padding, int kernel) {
    this.image = image;
    this.before = padding.pixels(kernel) / 2;
    this.height = image.height() + padding.pixels(kernel);
    this.width = image.width() + padding.pixels(kernel);
  }

  /** Returns the height of an image with padding, in pixels. */
  int height() {
    return height;
  }

  /** Returns the width of an image with padding, in pixels. */
  int width() {
    return width;
  }

  /** Returns the number of values of an image with padding. */
  int size() {
    return height * width * image.channels();
  }

  /** Writes the images of {@code x} from {@code xAt} with padding. */
  void pad(float[] x, int xAt, int images, float[] into) {
    Arrays.fill(into, 0, images * size(), 0);
    int run = image.width() * image.channels();
    for (int i = 0; i < images; i++) {
      for (int y = 0; y < image.height(); y++) {
        System.arraycopy(x, xAt + i * image.features() + y * run, into, inPadded(i, y), run);
      }
    }
  }

  /** Writes images without their padding. */
  void crop(float[] padded, int images, float[] into) {
    int run = image.width() * image.channels();
    for (int i = 0; i < images; i++) {
      for (int y = 0; y < image.height(); y++) {
        System.arraycopy(padded, inPadded(i, y), into, i * image.features() + y * run, run);
      }
    }
  }

  /** Returns where a row of an image begins among the images with padding. */
  private int inPadded(int number, int y) {
    return number * size() + ((y + before) * width + before) * image.channels();
  }
}
