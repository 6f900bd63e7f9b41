package org.limbeck.exchange.async;

import java.time.Instant;

/**
 * The numbers of a device's incarnations. Each is greater than those before, by which others tell
 * late frames of a former one from those of the present one: the seconds of the clock, or one more
 * than the number before where that is known and greater.
 */
public final class Incarnations {
  /** Leaves 2^24 numbers to count on from, whatever a clock or somebody else says. */
  private static final long GREATEST_TOLD = 0xFF00_0000L;

  private Incarnations() {}

  /** Returns the least number for an incarnation that begins now. */
  public static long at(Instant now) {
    return Math.max(1, Math.min(now.getEpochSecond(), GREATEST_TOLD));
  }

  /**
   * Returns the number of the present incarnation after a neighbour has told which it knows: a
   * clock that went back may have made it less than a former one, and nobody would listen then.
   */
  static long exceeding(long told, long present) {
    return told > present && told <= GREATEST_TOLD ? told + 1 : present;
  }
}
