package org.limbeck.exchange.endpoint;

/**
 * What a faulty network does to frames.
 *
 * @param drop the probability that a frame never arrives, 0 to 1
 * @param duplicate the probability that it arrives twice, 0 to 1
 * @param reorder the probability that it is overtaken by a later frame of the same tick, 0 to 1
 * @param maxDelay the most ticks that a frame is under way, at least 0; each number of ticks is as
 *     likely as any other
 */
public record NetworkFaults(double drop, double duplicate, double reorder, int maxDelay) {
  /** A network without faults. */
  public static final NetworkFaults NONE = new NetworkFaults(0, 0, 0, 0);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public NetworkFaults {
    requireProbability("drop", drop);
    requireProbability("duplicate", duplicate);
    requireProbability("reorder", reorder);
    if (maxDelay < 0) {
      throw new IllegalArgumentException("maxDelay is " + maxDelay + ", and must be 0 or more");
    }
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", and must be from 0 to 1");
    }
  }
}
