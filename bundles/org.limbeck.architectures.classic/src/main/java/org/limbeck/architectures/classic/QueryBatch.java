package org.limbeck.architectures.classic;

import java.util.Arrays;

/**
 * A few rows whose distances from others are asked for. They stand side by side, feature by
 * feature, so that the compiler makes vector instructions of the loop over them. A distance does
 * not depend on what else is asked for, bit for bit, nor on which of the two rows asks.
 */
final class QueryBatch {
  /** So many rows of 784 features stay in the cache of a core while others pass by. */
  static final int MOST = 128;

  private final int features;
  private final float[] columns;
  private final float[] distances = new float[MOST];
  private int rows;

  QueryBatch(int features) {
    this.features = features;
    this.columns = new float[Math.multiplyExact(features, MOST)];
  }

  int rows() {
    return rows;
  }

  boolean isFull() {
    return rows == MOST;
  }

  void clear() {
    rows = 0;
  }

  /** Adds the row of {@code values} at {@code at}. */
  void add(float[] values, int at) {
    for (int f = 0; f < features; f++) {
      columns[f * MOST + rows] = values[at + f];
    }
    rows++;
  }

  /**
   * Returns the squared Euclidean distances of all rows from the row of {@code values} at {@code
   * at}, in an array that the next call overwrites.
   */
  float[] distances(float[] values, int at) {
    Arrays.fill(distances, 0, rows, 0);
    int f = 0;
    for (; f + 4 <= features; f += 4) {
      int v = at + f;
      addSquares(f * MOST, values[v], values[v + 1], values[v + 2], values[v + 3]);
    }
    for (; f < features; f++) {
      addSquares(f * MOST, values[at + f]);
    }
    return distances;
  }

  private void addSquares(int from, float a, float b, float c, float d) {
    for (int q = 0; q < rows; q++) {
      float toA = columns[from + q] - a;
      float toB = columns[from + MOST + q] - b;
      float toC = columns[from + 2 * MOST + q] - c;
      float toD = columns[from + 3 * MOST + q] - d;
      distances[q] += toA * toA + toB * toB + toC * toC + toD * toD;
    }
  }

  private void addSquares(int from, float a) {
    for (int q = 0; q < rows; q++) {
      float toA = columns[from + q] - a;
      distances[q] += toA * toA;
    }
  }
}
