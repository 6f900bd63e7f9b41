package org.limbeck.architectures.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Four rows and two vectors of a product, with all sums in registers. */
final class WideTile {
  static final int ROWS = 4;

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  private WideTile() {}

  /**
   * Computes a tile of {@link Kernels#multiply}. Rows behind {@code last} repeat that one.
   *
   * @param last the index of the last row to compute, 0 or more
   * @param columns the length of a row of {@code b} and of {@code c}
   */
  static void multiply(
      float[] a,
      int aAt,
      int stride,
      int[] offsets,
      int terms,
      float[] b,
      int bAt,
      float[] bias,
      int biasAt,
      float[] c,
      int cAt,
      int last,
      int columns) {
    int a1 = aAt + Math.min(1, last) * stride;
    int a2 = aAt + Math.min(2, last) * stride;
    int a3 = aAt + Math.min(3, last) * stride;
    FloatVector s00 = FloatVector.fromArray(SPECIES, bias, biasAt);
    FloatVector s01 = FloatVector.fromArray(SPECIES, bias, biasAt + LANES);
    FloatVector s10 = s00;
    FloatVector s11 = s01;
    FloatVector s20 = s00;
    FloatVector s21 = s01;
    FloatVector s30 = s00;
    FloatVector s31 = s01;
    for (int k = 0, at = bAt; k < terms; k++, at += columns) {
      int offset = offsets[k];
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, at);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, at + LANES);
      FloatVector left = FloatVector.broadcast(SPECIES, a[aAt + offset]);
      s00 = left.fma(b0, s00);
      s01 = left.fma(b1, s01);
      left = FloatVector.broadcast(SPECIES, a[a1 + offset]);
      s10 = left.fma(b0, s10);
      s11 = left.fma(b1, s11);
      left = FloatVector.broadcast(SPECIES, a[a2 + offset]);
      s20 = left.fma(b0, s20);
      s21 = left.fma(b1, s21);
      left = FloatVector.broadcast(SPECIES, a[a3 + offset]);
      s30 = left.fma(b0, s30);
      s31 = left.fma(b1, s31);
    }
    s00.intoArray(c, cAt);
    s01.intoArray(c, cAt + LANES);
    int c1 = cAt + Math.min(1, last) * columns;
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LANES);
    int c2 = cAt + Math.min(2, last) * columns;
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LANES);
    int c3 = cAt + Math.min(3, last) * columns;
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LANES);
  }
}
