package org.limbeck.datasets.rows;

import java.util.Objects;
import org.limbeck.api.Shape;

/**
 * Images of one byte per value, 0 to 255, which models see as 0 to 1.
 *
 * @param shape the shape of an image
 * @param values the values of all images, one image after the other
 * @param labels the class of each image
 */
public record ImageTable(Shape shape, byte[] values, int[] labels) implements Table {
  private static final float BRIGHTEST = 255;

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
    return new ImageTable(shape, picked, classes);
  }

  @Override
  public float[] features(double[] sample) {
    float[] features = new float[sample.length];
    for (int i = 0; i < features.length; i++) {
      float pixel = (float) sample[i];
      if (!(pixel >= 0 && pixel <= BRIGHTEST)) {
        throw new IllegalArgumentException(
            "value " + (i + 1) + " is " + pixel + ": pixels go from 0 to 255");
      }
      features[i] = pixel / BRIGHTEST;
    }
    return features;
  }
}
