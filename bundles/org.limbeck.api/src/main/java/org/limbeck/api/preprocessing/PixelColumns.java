package org.limbeck.api.preprocessing;

import java.util.List;

/**
 * The values of the pixels of an image, which have no names: each of 0 to {@code brightest} becomes
 * 0 to 1, as 0 to 255 do in an image file.
 *
 * @param cells how many there are, at least 1
 * @param brightest the greatest value, more than 0
 * @param anyHeight whether images of any height are scaled to that of a row
 * @param anyWidth whether images of any width are scaled to that of a row
 */
public record PixelColumns(int cells, float brightest, boolean anyHeight, boolean anyWidth)
    implements ColumnEncoder {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public PixelColumns {
    if (cells < 1 || !(brightest > 0) || Float.isInfinite(brightest)) {
      throw new IllegalArgumentException(
          "pixels: cells are 1 or more, not "
              + cells
              + ", and the brightest is more than 0, not "
              + brightest);
    }
  }

  /**
   * Makes columns of images that are all of the size of a row.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public PixelColumns(int cells, float brightest) {
    this(cells, brightest, false, false);
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public int features() {
    return cells;
  }

  @Override
  public void encode(String text, int cell, float[] into, int offset) {
    float pixel = (float) DecimalNumber.parse(text);
    if (!(pixel >= 0 && pixel <= brightest)) {
      throw new IllegalArgumentException("'" + text + "': pixels go from 0 to " + whole());
    }
    into[offset + cell] = pixel / brightest;
  }

  private String whole() {
    return brightest == Math.rint(brightest)
        ? Long.toString((long) brightest)
        : Float.toString(brightest);
  }
}
