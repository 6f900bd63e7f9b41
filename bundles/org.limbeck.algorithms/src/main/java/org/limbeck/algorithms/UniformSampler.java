package org.limbeck.algorithms;

import java.util.random.RandomGenerator;

/**
 * Draws distinct rows uniformly at random. What it draws depends on the random stream alone, not on
 * earlier draws. Used by one thread at a time; allocates nothing per draw.
 */
final class UniformSampler implements BatchSampler {
  private final int[] order;
  private final int[] swapped;

  /**
   * Makes a sampler.
   *
   * @param rows the number of rows to draw from
   * @param most the most rows of a draw
   */
  UniformSampler(int rows, int most) {
    this.order = new int[rows];
    for (int row = 0; row < rows; row++) {
      order[row] = row;
    }
    this.swapped = new int[Math.min(rows, most)];
  }

  /** Returns how many rows every draw has: the most wanted, or all if there are fewer. */
  @Override
  public int capacity() {
    return swapped.length;
  }

  /** Draws {@link #capacity()} rows into {@code into}. */
  @Override
  public int draw(RandomGenerator random, int[] into) {
    for (int i = 0; i < swapped.length; i++) {
      swapped[i] = i + random.nextInt(order.length - i);
      swap(i, swapped[i]);
      into[i] = order[i];
    }
    // Swapping back in reverse leaves the order as it was, so that draws do not depend on each
    // other.
    for (int i = swapped.length - 1; i >= 0; i--) {
      swap(i, swapped[i]);
    }
    return swapped.length;
  }

  private void swap(int i, int j) {
    int row = order[i];
    order[i] = order[j];
    order[j] = row;
  }
}
