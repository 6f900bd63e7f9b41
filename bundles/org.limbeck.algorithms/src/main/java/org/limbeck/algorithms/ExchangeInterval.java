package org.limbeck.algorithms;

/**
 * When devices that exchange weights do so: at the end of every interval. They begin with the same
 * weights, so that there is nothing to exchange before.
 *
 * @param rounds rounds from one exchange to the next, at least 1
 */
record ExchangeInterval(int rounds) {

  ExchangeInterval {
    if (rounds < 1) {
      throw new IllegalArgumentException("exchangeEvery is 1 or more, not " + rounds);
    }
  }

  /** Returns whether {@code round} is the last one of an interval. */
  boolean endsWith(long round) {
    return (round + 1) % rounds == 0;
  }
}
