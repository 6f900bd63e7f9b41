package org.limbeck.architectures.vector;

/** Transposes matrices. */
final class Transpose {
  /** The side of the squares that are done at once, so that the cache holds their lines. */
  private static final int SIDE = 16;

  private Transpose() {}

  /** Writes the transpose of the rows × columns values from {@code at} to {@code into}. */
  static void into(float[] matrix, int at, int rows, int columns, float[] into) {
    for (int i = 0; i < rows; i += SIDE) {
      int rowsEnd = Math.min(i + SIDE, rows);
      for (int j = 0; j < columns; j++) {
        for (int row = i; row < rowsEnd; row++) {
          into[j * rows + row] = matrix[at + row * columns + j];
        }
      }
    }
  }
}
