package org.limbeck.algorithms;

/**
 * Which reference rows devices exchange, and when.
 *
 * @param batch rows per exchange, at least 1
 * @param order how they are chosen
 * @param every rounds from one exchange to the next, at least 1
 * @param warmUp rounds before the first exchange, at least 0
 */
public record ExchangeSchedule(int batch, Order order, int every, int warmUp) {

  /** How the rows of an exchange are chosen. */
  public enum Order {
    /** Drawn at random. */
    RANDOM,
    /** All rows in turn, in an order that is drawn anew when all have had their turn. */
    IN_TURN
  }

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if one is violated
   */
  public ExchangeSchedule {
    if (batch < 1 || every < 1 || warmUp < 0) {
      throw new IllegalArgumentException(
          "referenceBatch and exchangeEvery are 1 or more, warmUp 0 or more; not "
              + batch
              + ", "
              + every
              + " and "
              + warmUp);
    }
  }

  /** Returns whether devices exchange rows in a round. */
  boolean isDue(long round) {
    return round >= warmUp && (round - warmUp) % every == 0;
  }

  /** Returns the round of an exchange, counted from 0. */
  long round(long exchange) {
    return warmUp + exchange * every;
  }

  /** Returns how many exchanges there are before a round. */
  long before(long round) {
    return round <= warmUp ? 0 : (round - warmUp + every - 1) / every;
  }
}
