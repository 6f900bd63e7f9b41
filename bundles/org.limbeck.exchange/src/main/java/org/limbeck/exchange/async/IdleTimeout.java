package org.limbeck.exchange.async;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long nothing has come to a device that is ahead of all others. It pauses in each of its
 * rounds meanwhile, so that it has rounds left when others are back; but not for ever. Used by one
 * thread.
 */
public final class IdleTimeout {
  private final LongSupplier nanoTime;
  private boolean lasts;
  private long since;

  /** What comes from others. */
  public interface Arrival {
    /** Waits until something is there; returns whether it is at the deadline. */
    boolean await(long deadline) throws InterruptedException;
  }

  /**
   * There is none yet.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  public IdleTimeout(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Waits until something arrives, unless the silence has lasted too long.
   *
   * @param deadline until when, by the clock
   * @param patience how long a silence is borne
   */
  public void await(Arrival arrival, long deadline, Duration patience) throws InterruptedException {
    long now = nanoTime.getAsLong();
    if (lasts && now - since >= patience.toNanos()) {
      return;
    }
    if (!arrival.await(deadline) && !lasts) {
      lasts = true;
      since = now;
    }
  }

  /** Takes note that something has come. */
  public void end() {
    lasts = false;
  }
}
