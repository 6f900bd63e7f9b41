package org.limbeck.api;

/**
 * The shape of one input row: an image of {@code height} × {@code width} pixels with {@code
 * channels} values each, laid out row by row with the channels of a pixel side by side. A plain
 * vector of n features has the shape 1 × 1 × n.
 *
 * @param height pixels, at least 1
 * @param width pixels, at least 1
 * @param channels values per pixel, at least 1
 */
public record Shape(int height, int width, int channels) {

  /**
   * Checks the sides.
   *
   * @throws IllegalArgumentException if a side is below 1
   */
  public Shape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          "a shape has sides of 1 or more, not " + height + "x" + width + "x" + channels);
    }
  }

  /** Returns the number of features of a row: height × width × channels. */
  public int features() {
    return Math.multiplyExact(Math.multiplyExact(height, width), channels);
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }
}
