package org.limbeck.exchange.random;

import java.util.random.RandomGenerator;

/**
 * SplitMix64 of Steele, Lea and Flood, <i>Fast Splittable Pseudorandom Number Generators</i>,
 * OOPSLA 2014, with a fixed gamma. Our own, so that the bits do not change with the Java release.
 */
public final class SplitMix64 implements RandomGenerator {
  static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix64(long seed) {
    this.state = seed;
  }

  @Override
  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** The finaliser of David Stafford, variant 13. */
  public static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
