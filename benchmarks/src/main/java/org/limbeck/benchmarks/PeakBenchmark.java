package org.limbeck.benchmarks;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * The most float arithmetic that a core does: twelve independent chains of fused multiply-adds, all
 * in registers, more than enough to hide how long one takes.
 */
@State(Scope.Thread)
public class PeakBenchmark {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 12;
  private static final int LENGTH = 10_000;

  /** The floating-point operations of a call: two for each multiply-add. */
  static final double FLOPS = 2.0 * CHAINS * LENGTH * SPECIES.length();

  private float factor = 0.9999f;
  private float summand = 1e-4f;

  @Benchmark
  public float peak() {
    FloatVector x = FloatVector.broadcast(SPECIES, factor);
    FloatVector y = FloatVector.broadcast(SPECIES, summand);
    FloatVector v0 = x;
    FloatVector v1 = y;
    FloatVector v2 = x;
    FloatVector v3 = y;
    FloatVector v4 = x;
    FloatVector v5 = y;
    FloatVector v6 = x;
    FloatVector v7 = y;
    FloatVector v8 = x;
    FloatVector v9 = y;
    FloatVector v10 = x;
    FloatVector v11 = y;
    for (int i = 0; i < LENGTH; i++) {
      v0 = v0.fma(x, y);
      v1 = v1.fma(x, y);
      v2 = v2.fma(x, y);
      v3 = v3.fma(x, y);
      v4 = v4.fma(x, y);
      v5 = v5.fma(x, y);
      v6 = v6.fma(x, y);
      v7 = v7.fma(x, y);
      v8 = v8.fma(x, y);
      v9 = v9.fma(x, y);
      v10 = v10.fma(x, y);
      v11 = v11.fma(x, y);
    }
    FloatVector sum = v0.add(v1).add(v2).add(v3).add(v4).add(v5);
    return sum.add(v6).add(v7).add(v8).add(v9).add(v10).add(v11).lane(0);
  }
}
