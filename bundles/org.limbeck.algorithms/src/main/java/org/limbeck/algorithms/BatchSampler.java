package org.limbeck.algorithms;

import java.util.random.RandomGenerator;

/** Draws the private rows of a training step. Used by one thread at a time. */
interface BatchSampler {

  /** Returns the most rows of a draw. */
  int capacity();

  /**
   * Draws distinct rows.
   *
   * @param into receives their numbers; as long as {@link #capacity()}
   * @return how many there are
   */
  int draw(RandomGenerator random, int[] into);
}
