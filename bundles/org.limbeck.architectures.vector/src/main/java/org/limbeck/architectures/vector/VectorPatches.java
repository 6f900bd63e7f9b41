package org.limbeck.architectures.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** The kernels of convolutional layers in vectors; see {@link Kernels}. */
abstract class VectorPatches implements Kernels {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();

  /** What a vector stores behind the channels of a pixel, the next pixel overwrites. */
  @Override
  public void maxPool(
      float[] x, int height, int width, int channels, float[] out, float[] peaks, int at) {
    int row = 2 * width * channels;
    FloatVector one = FloatVector.broadcast(SPECIES, 1);
    FloatVector two = FloatVector.broadcast(SPECIES, 2);
    FloatVector three = FloatVector.broadcast(SPECIES, 3);
    for (int pixel = 0; pixel < height * width; pixel++) {
      int from = pixel / width * 2 * row + pixel % width * 2 * channels;
      int to = at + pixel * channels;
      for (int j = 0; j < channels; j += LANES) {
        FloatVector first = FloatVector.fromArray(SPECIES, x, from + j);
        FloatVector second = FloatVector.fromArray(SPECIES, x, from + j + channels);
        FloatVector third = FloatVector.fromArray(SPECIES, x, from + j + row);
        FloatVector fourth = FloatVector.fromArray(SPECIES, x, from + j + row + channels);
        VectorMask<Float> right = second.compare(GT, first);
        FloatVector upper = first.blend(second, right);
        FloatVector peak = FloatVector.zero(SPECIES).blend(one, right);
        VectorMask<Float> below = third.compare(GT, upper);
        FloatVector max = upper.blend(third, below);
        peak = peak.blend(two, below);
        VectorMask<Float> last = fourth.compare(GT, max);
        max.blend(fourth, last).intoArray(out, to + j);
        peak.blend(three, last).intoArray(peaks, to + j);
      }
    }
  }

  /** What a vector stores behind a row of the patch, the next row overwrites. */
  @Override
  public void sumPatches(
      float[] x,
      PatchGeometry patch,
      int[] positions,
      float[] values,
      int from,
      int count,
      float[] into,
      int at) {
    int vectors = (patch.run() + LANES - 1) / LANES;
    int last = patch.rows() * vectors - 1;
    for (int t = 0; t <= last; t += 6) {
      int t1 = Math.min(t + 1, last);
      int t2 = Math.min(t + 2, last);
      int t3 = Math.min(t + 3, last);
      int t4 = Math.min(t + 4, last);
      int t5 = Math.min(t + 5, last);
      sum6(
          x,
          positions,
          values,
          from,
          from + count,
          offset(t, vectors, patch.stride()),
          offset(t1, vectors, patch.stride()),
          offset(t2, vectors, patch.stride()),
          offset(t3, vectors, patch.stride()),
          offset(t4, vectors, patch.stride()),
          offset(t5, vectors, patch.stride()),
          into,
          at + offset(t, vectors, patch.run()),
          at + offset(t1, vectors, patch.run()),
          at + offset(t2, vectors, patch.run()),
          at + offset(t3, vectors, patch.run()),
          at + offset(t4, vectors, patch.run()),
          at + offset(t5, vectors, patch.run()));
    }
  }

  /** Sums six vectors of the patches. */
  private static void sum6(
      float[] x,
      int[] positions,
      float[] values,
      int from,
      int to,
      int o0,
      int o1,
      int o2,
      int o3,
      int o4,
      int o5,
      float[] into,
      int at0,
      int at1,
      int at2,
      int at3,
      int at4,
      int at5) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = s0;
    FloatVector s2 = s0;
    FloatVector s3 = s0;
    FloatVector s4 = s0;
    FloatVector s5 = s0;
    for (int e = from; e < to; e++) {
      FloatVector value = FloatVector.broadcast(SPECIES, values[e]);
      int place = positions[e];
      s0 = FloatVector.fromArray(SPECIES, x, place + o0).fma(value, s0);
      s1 = FloatVector.fromArray(SPECIES, x, place + o1).fma(value, s1);
      s2 = FloatVector.fromArray(SPECIES, x, place + o2).fma(value, s2);
      s3 = FloatVector.fromArray(SPECIES, x, place + o3).fma(value, s3);
      s4 = FloatVector.fromArray(SPECIES, x, place + o4).fma(value, s4);
      s5 = FloatVector.fromArray(SPECIES, x, place + o5).fma(value, s5);
    }
    s0.intoArray(into, at0);
    s1.intoArray(into, at1);
    s2.intoArray(into, at2);
    s3.intoArray(into, at3);
    s4.intoArray(into, at4);
    s5.intoArray(into, at5);
  }

  @Override
  public void addPatches(
      float[] w,
      int wAt,
      PatchGeometry patch,
      int[] positions,
      float[] values,
      int from,
      int count,
      float[] into) {
    int run = patch.run();
    int last = (run - 1) / LANES * LANES;
    VectorMask<Float> mask =
        FloatVector.fromArray(SPECIES, TallTile.INDICES, 0).compare(LT, run - last);
    for (int e = from; e < from + count; e++) {
      FloatVector value = FloatVector.broadcast(SPECIES, values[e]);
      int to = positions[e];
      int at = wAt;
      for (int row = 0; row < patch.rows(); row++) {
        for (int i = 0; i < last; i += LANES) {
          FloatVector before = FloatVector.fromArray(SPECIES, into, to + i);
          FloatVector.fromArray(SPECIES, w, at + i).fma(value, before).intoArray(into, to + i);
        }
        FloatVector before = FloatVector.fromArray(SPECIES, into, to + last);
        FloatVector after = FloatVector.fromArray(SPECIES, w, at + last).fma(value, before);
        before.blend(after, mask).intoArray(into, to + last);
        at += run;
        to += patch.stride();
      }
    }
  }

  private static int offset(int vector, int vectors, int stride) {
    return vector / vectors * stride + vector % vectors * LANES;
  }
}
