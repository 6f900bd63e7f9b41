package org.limbeck.algorithms;

import java.util.random.RandomGenerator;

/**
 * Draws each row independently with the same probability, as the amplification of privacy by
 * sampling presumes. Jumps from one drawn row to the next by geometrically distributed gaps (C. T.
 * Fan, M. E. Muller, I. Rezucha, JASA 1962). Allocates nothing per draw.
 */
final class PoissonSampler implements BatchSampler {
  private static final double UNIT = 0x1.0p-53;

  private final int rows;
  private final double rate;
  private final int capacity;

  /**
   * Makes a sampler.
   *
   * @param rows the number of rows to draw from
   * @param rate the probability q of each, 0 to 1
   */
  PoissonSampler(int rows, double rate) {
    this.rows = rows;
    this.rate = rate;
    // By Bernstein's inequality, a draw has more rows than this with a probability below 1e-20.
    double expected = rows * rate;
    this.capacity = (int) Math.min(rows, Math.ceil(expected + 10 * Math.sqrt(expected) + 40));
  }

  @Override
  public int capacity() {
    return capacity;
  }

  /**
   * Draws rows in ascending order.
   *
   * @throws IllegalStateException if there are more than fit: to leave some out would break what
   *     the accountant counts on
   */
  @Override
  public int draw(RandomGenerator random, int[] into) {
    if (rate == 0) {
      return 0;
    }
    double scale = rate == 1 ? 0 : 1 / StrictMath.log1p(-rate);
    int count = 0;
    for (long row = gap(random, scale); row < rows; row += 1 + gap(random, scale)) {
      if (count == capacity) {
        throw new IllegalStateException(
            "a Poisson sample has more than " + capacity + " of " + rows + " rows");
      }
      into[count++] = (int) row;
    }
    return count;
  }

  /** How many rows are passed over before the next that is drawn. */
  private long gap(RandomGenerator random, double scale) {
    double uniform = ((random.nextLong() >>> 11) + 1) * UNIT;
    return (long) Math.min(rows, StrictMath.log(uniform) * scale);
  }
}
