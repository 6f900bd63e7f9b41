package org.limbeck.bench;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fused multiply-adds of vectors that depend on nothing but registers: ten chains, as each waits
 * several cycles for its last result.
 */
final class FmaPeak {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 10;
  private static final int TURNS = 2_000_000;
  private static final int REPETITIONS = 12;

  private FmaPeak() {}

  /** Returns the best of several runs, in 10^9 operations per second. */
  static double gflops() {
    double best = 0;
    float kept = 0;
    for (int i = 0; i < REPETITIONS; i++) {
      long began = System.nanoTime();
      kept += turn(1e-9f * i);
      long nanos = System.nanoTime() - began;
      best = Math.max(best, 2.0 * CHAINS * SPECIES.length() * TURNS / nanos);
    }
    if (Float.isNaN(kept)) {
      throw new AssertionError("the sum is finite, and must not be optimised away");
    }
    return best;
  }

  private static float turn(float start) {
    FloatVector x = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector y = FloatVector.broadcast(SPECIES, 1e-6f + start);
    FloatVector a = y;
    FloatVector b = y;
    FloatVector c = y;
    FloatVector d = y;
    FloatVector e = y;
    FloatVector f = y;
    FloatVector g = y;
    FloatVector h = y;
    FloatVector i = y;
    FloatVector j = y;
    for (int turn = 0; turn < TURNS; turn++) {
      a = a.fma(x, y);
      b = b.fma(x, y);
      c = c.fma(x, y);
      d = d.fma(x, y);
      e = e.fma(x, y);
      f = f.fma(x, y);
      g = g.fma(x, y);
      h = h.fma(x, y);
      i = i.fma(x, y);
      j = j.fma(x, y);
    }
    return a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).lane(0);
  }
}
