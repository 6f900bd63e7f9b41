package org.limbeck.algorithms;

/**
 * The options that all algorithms of the SGD family have. Devices exchange weights at the end of
 * every interval; they begin with the same weights, so that there is nothing to exchange before.
 *
 * @param exchangeEvery rounds from one exchange to the next, at least 1
 * @param stepSize η
 */
public record SgdOptions(int exchangeEvery, StepSize stepSize) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if it is violated
   */
  public SgdOptions {
    if (exchangeEvery < 1) {
      throw new IllegalArgumentException("exchangeEvery is 1 or more, not " + exchangeEvery);
    }
  }

  /** Returns whether devices exchange weights in a round, which is the last one of an interval. */
  boolean isExchangeDue(long round) {
    return (round + 1) % exchangeEvery == 0;
  }
}
