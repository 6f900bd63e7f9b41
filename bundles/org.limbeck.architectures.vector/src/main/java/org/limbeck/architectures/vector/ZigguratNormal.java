package org.limbeck.architectures.vector;

import java.util.random.RandomGenerator;

/**
 * The standard normal distribution by the ziggurat of G. Marsaglia and W. W. Tsang, <i>The Ziggurat
 * Method for Generating Random Variables</i>, 2000, in the form of J. A. Doornik (ZIGNOR, 2005),
 * which does not reuse bits. Our own, so that the bits do not change with the Java release.
 */
final class ZigguratNormal {
  private static final int LAYERS = 128;
  private static final double TAIL = 3.442619855899;
  private static final double AREA = 9.91256303526217e-3;
  private static final double UNIT = 0x1.0p-53;

  /** The right ends of the layers, the widest first; the last is 0. */
  private final double[] ends = new double[LAYERS + 1];

  /** The density at the ends, without its constant factor. */
  private final double[] densities = new double[LAYERS + 1];

  ZigguratNormal() {
    ends[0] = AREA / density(TAIL);
    ends[1] = TAIL;
    for (int i = 2; i < LAYERS; i++) {
      ends[i] = StrictMath.sqrt(-2 * StrictMath.log(AREA / ends[i - 1] + density(ends[i - 1])));
    }
    for (int i = 0; i <= LAYERS; i++) {
      densities[i] = density(ends[i]);
    }
  }

  /** Adds independent numbers of this distribution, times {@code deviation}, to values. */
  void add(float deviation, RandomGenerator random, float[] values, int count) {
    for (int i = 0; i < count; i++) {
      values[i] += (float) (deviation * next(random));
    }
  }

  double next(RandomGenerator random) {
    while (true) {
      long bits = random.nextLong();
      int layer = (int) bits & (LAYERS - 1);
      double u = (bits >> 10) * UNIT;
      double x = u * ends[layer];
      if (Math.abs(x) < ends[layer + 1]) {
        return x;
      }
      if (layer == 0) {
        return tail(random, u < 0);
      }
      double height = densities[layer + 1] - densities[layer];
      if (densities[layer] + uniform(random) * height < density(x)) {
        return x;
      }
    }
  }

  private static double tail(RandomGenerator random, boolean negative) {
    while (true) {
      double x = -StrictMath.log(uniform(random)) / TAIL;
      double y = -StrictMath.log(uniform(random));
      if (2 * y > x * x) {
        return negative ? -TAIL - x : TAIL + x;
      }
    }
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2);
  }

  /** Uniform above 0 and up to 1. */
  private static double uniform(RandomGenerator random) {
    return ((random.nextLong() >>> 11) + 1) * UNIT;
  }
}
