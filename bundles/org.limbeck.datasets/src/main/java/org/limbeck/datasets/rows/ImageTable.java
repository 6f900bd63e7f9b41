package org.limbeck.datasets.rows;

import java.util.List;
import java.util.Objects;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.ColumnEncoder;
import org.limbeck.api.preprocessing.PixelColumns;

/**
 * Images of one byte per value, 0 to 255, which models see as 0 to 1.
 *
 * @param shape the shape of an image
 * @param values the values of all images, one image after the other
 * @param labels the class of each image
 * @param fit what was done to the images, and is done to others before a model sees them
 */
public record ImageTable(Shape shape, byte[] values, int[] labels, ImageTransform fit)
    implements Table {
  private static final float BRIGHTEST = 255;
  private static final ImageTransform AS_IS = new ImageTransform(0, 0, false);

  /** Makes a table of images as they are. */
  public ImageTable(Shape shape, byte[] values, int[] labels) {
    this(shape, values, labels, AS_IS);
  }

  @Override
  public int rows() {
    return labels.length;
  }

  @Override
  public int label(int row) {
    return labels[row];
  }

  @Override
  public void read(int row, float[] into, int offset) {
    int features = shape.features();
    Objects.checkIndex(row, rows());
    Objects.checkFromIndexSize(offset, features, into.length);
    int first = row * features;
    for (int i = 0; i < features; i++) {
      into[offset + i] = (values[first + i] & 0xff) / BRIGHTEST;
    }
  }

  @Override
  public ImageTable pick(int[] rows) {
    int features = shape.features();
    byte[] picked = new byte[rows.length * features];
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(values, rows[i] * features, picked, i * features, features);
      classes[i] = labels[rows[i]];
    }
    return new ImageTable(shape, picked, classes, fit);
  }

  @Override
  public List<ColumnEncoder> columns() {
    return List.of(
        new PixelColumns(shape.features(), BRIGHTEST, fit.height() != 0, fit.width() != 0));
  }
}
