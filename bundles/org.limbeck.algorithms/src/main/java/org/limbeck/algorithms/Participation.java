package org.limbeck.algorithms;

import java.util.random.RandomGenerator;

/**
 * Which of the devices that share a server take part in an interval: the set S_t of H. B. McMahan
 * and others, AISTATS 2017, algorithm 1.
 *
 * @param fraction C, above 0 and at most 1: of K devices the nearest whole number to C · K takes
 *     part, at least one
 */
record Participation(float fraction) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is violated
   */
  Participation {
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException("fraction is above 0 and at most 1, not " + fraction);
    }
  }

  /** Returns how many of so many devices take part. */
  int of(int devices) {
    return (int) Math.max(1, Math.round((double) fraction * devices));
  }

  /**
   * Draws those who take part, and returns whether a device is among them.
   *
   * @param random the same stream on all devices
   * @param place the place of the device among all, from 0
   */
  boolean includes(int place, int devices, RandomGenerator random) {
    int count = of(devices);
    if (count == devices) {
      return true;
    }
    int[] drawn = new int[count];
    new UniformSampler(devices, count).draw(random, drawn);
    for (int each : drawn) {
      if (each == place) {
        return true;
      }
    }
    return false;
  }
}
