package org.limbeck.weightings;

import java.util.Arrays;
import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.LabelledRows;
import org.limbeck.api.referencedata.ReferenceDataset;

/** Points in the plane, as private rows of one class or as reference rows. */
record Plane(float[]... points) implements LabelledRows {

  /** Returns a grid of points around a middle, half as wide and high as the reach says. */
  static Plane grid(float x, float y, float reach, int side) {
    float[][] points = new float[side * side][];
    for (int i = 0; i < points.length; i++) {
      int line = i / side;
      points[i] =
          new float[] {
            x + reach * (2f * (i % side) / (side - 1) - 1), y + reach * (2f * line / (side - 1) - 1)
          };
    }
    return new Plane(points);
  }

  /** Returns the points of several planes. */
  static Plane of(Plane... planes) {
    return new Plane(
        Arrays.stream(planes)
            .flatMap(plane -> Arrays.stream(plane.points))
            .toArray(float[][]::new));
  }

  @Override
  public int rows() {
    return points.length;
  }

  @Override
  public int label(int row) {
    return 0;
  }

  @Override
  public void read(int row, float[] into, int offset) {
    System.arraycopy(points[row], 0, into, offset, 2);
  }

  /** Returns the points as reference rows. */
  ReferenceDataset reference() {
    return new ReferenceDataset() {
      @Override
      public Shape shape() {
        return new Shape(1, 1, 2);
      }

      @Override
      public int rows() {
        return points.length;
      }

      @Override
      public void read(int row, float[] into, int offset) {
        Plane.this.read(row, into, offset);
      }
    };
  }
}
