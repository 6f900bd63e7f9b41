package org.limbeck.algorithms;

import java.util.Arrays;

/**
 * Which rows an exchange asks for where devices keep targets for some exchanges: those drawn whose
 * target is none of the last D exchanges'. It follows from the draws of all exchanges before, which
 * are gone through again when an earlier one is asked for. Used by one thread at a time.
 */
final class RequestHistory {
  private static final long NEVER = -1;

  /** Draws the rows of an exchange. */
  @FunctionalInterface
  interface Draws {

    /** Writes the rows of an exchange, counted from 0, and returns how many they are. */
    int draw(long exchange, int[] into);
  }

  private final int duration;
  private final Draws draws;
  private final long[] requested;
  private final int[] drawn;

  /** How many exchanges have been gone through. */
  private long exchanges;

  /**
   * Begins before the first exchange.
   *
   * @param duration D, at least 0: a row that exchange e has asked for is not asked for by e + 1 to
   *     e + D − 1
   */
  RequestHistory(int rows, int duration, Draws draws) {
    this.duration = duration;
    this.draws = draws;
    this.requested = new long[rows];
    this.drawn = new int[rows];
    Arrays.fill(requested, NEVER);
  }

  /**
   * Narrows the rows of an exchange down to those that it asks for.
   *
   * @param ids the rows that are drawn; receives those to ask for at its beginning
   * @param count how many are drawn
   * @return how many to ask for
   */
  int request(long exchange, int[] ids, int count) {
    if (exchange < exchanges) {
      Arrays.fill(requested, NEVER);
      exchanges = 0;
    }
    for (; exchanges < exchange; exchanges++) {
      int rows = draws.draw(exchanges, drawn);
      int asked = narrow(drawn, rows);
      for (int i = 0; i < asked; i++) {
        requested[drawn[i]] = exchanges;
      }
    }
    return narrow(ids, count);
  }

  /** Returns whether the exchange that was asked about last does without asking for a row. */
  boolean isCached(int row) {
    return requested[row] != NEVER && exchanges - requested[row] < duration;
  }

  private int narrow(int[] ids, int count) {
    int asked = 0;
    for (int i = 0; i < count; i++) {
      if (!isCached(ids[i])) {
        ids[asked++] = ids[i];
      }
    }
    return asked;
  }
}
