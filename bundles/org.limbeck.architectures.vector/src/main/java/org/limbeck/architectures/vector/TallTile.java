package org.limbeck.architectures.vector;

import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** Eight rows and one vector of a product, or a part of that vector, with all sums in registers. */
final class TallTile {
  static final int ROWS = 8;

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** The index of each lane. */
  static final float[] INDICES = new float[LANES];

  static {
    for (int lane = 0; lane < LANES; lane++) {
      INDICES[lane] = lane;
    }
  }

  private TallTile() {}

  /**
   * Computes a tile of {@link Kernels#multiply}. Rows behind {@code last} repeat that one.
   *
   * @param last the index of the last row to compute, 0 or more
   * @param columns the length of a row of {@code b} and of {@code c}
   * @param width the number of columns to compute; in effect at most a vector's lanes
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
      int columns,
      int width) {
    int a1 = aAt + Math.min(1, last) * stride;
    int a2 = aAt + Math.min(2, last) * stride;
    int a3 = aAt + Math.min(3, last) * stride;
    int a4 = aAt + Math.min(4, last) * stride;
    int a5 = aAt + Math.min(5, last) * stride;
    int a6 = aAt + Math.min(6, last) * stride;
    int a7 = aAt + Math.min(7, last) * stride;
    FloatVector s0 = FloatVector.fromArray(SPECIES, bias, biasAt);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    FloatVector s6 = s0;
    FloatVector s7 = s0;
    for (int k = 0, at = bAt; k < terms; k++, at += columns) {
      int offset = offsets[k];
      FloatVector right = FloatVector.fromArray(SPECIES, b, at);
      FloatVector left = FloatVector.broadcast(SPECIES, a[aAt + offset]);
      s0 = left.fma(right, s0);
      left = FloatVector.broadcast(SPECIES, a[a1 + offset]);
      s1 = left.fma(right, s1);
      left = FloatVector.broadcast(SPECIES, a[a2 + offset]);
      s2 = left.fma(right, s2);
      left = FloatVector.broadcast(SPECIES, a[a3 + offset]);
      s3 = left.fma(right, s3);
      left = FloatVector.broadcast(SPECIES, a[a4 + offset]);
      s4 = left.fma(right, s4);
      left = FloatVector.broadcast(SPECIES, a[a5 + offset]);
      s5 = left.fma(right, s5);
      left = FloatVector.broadcast(SPECIES, a[a6 + offset]);
      s6 = left.fma(right, s6);
      left = FloatVector.broadcast(SPECIES, a[a7 + offset]);
      s7 = left.fma(right, s7);
    }
    VectorMask<Float> mask = FloatVector.fromArray(SPECIES, INDICES, 0).compare(LT, width);
    FloatVector.fromArray(SPECIES, c, cAt).blend(s0, mask).intoArray(c, cAt);
    int c1 = cAt + Math.min(1, last) * columns;
    FloatVector.fromArray(SPECIES, c, c1).blend(s1, mask).intoArray(c, c1);
    int c2 = cAt + Math.min(2, last) * columns;
    FloatVector.fromArray(SPECIES, c, c2).blend(s2, mask).intoArray(c, c2);
    int c3 = cAt + Math.min(3, last) * columns;
    FloatVector.fromArray(SPECIES, c, c3).blend(s3, mask).intoArray(c, c3);
    int c4 = cAt + Math.min(4, last) * columns;
    FloatVector.fromArray(SPECIES, c, c4).blend(s4, mask).intoArray(c, c4);
    int c5 = cAt + Math.min(5, last) * columns;
    FloatVector.fromArray(SPECIES, c, c5).blend(s5, mask).intoArray(c, c5);
    int c6 = cAt + Math.min(6, last) * columns;
    FloatVector.fromArray(SPECIES, c, c6).blend(s6, mask).intoArray(c, c6);
    int c7 = cAt + Math.min(7, last) * columns;
    FloatVector.fromArray(SPECIES, c, c7).blend(s7, mask).intoArray(c, c7);
  }
}
