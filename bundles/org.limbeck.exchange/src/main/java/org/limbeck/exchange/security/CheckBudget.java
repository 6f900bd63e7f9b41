package org.limbeck.exchange.security;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many signatures are looked at in a second where nothing else tells a forgery from what is
 * signed. Used by one thread at a time.
 */
public final class CheckBudget {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final int perSecond;
  private final LongSupplier nanoTime;
  private long begun;
  private int taken;

  /**
   * Is whole.
   *
   * @param perSecond how many there are in a second
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  public CheckBudget(int perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Returns whether none is left for now. */
  public boolean isSpent() {
    if (nanoTime.getAsLong() - begun >= SECOND) {
      taken = 0;
    }
    return taken >= perSecond;
  }

  /** Takes one; returns whether there was one left. */
  public boolean take() {
    if (isSpent()) {
      return false;
    }
    if (taken == 0) {
      begun = nanoTime.getAsLong();
    }
    taken++;
    return true;
  }
}
