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
  private boolean isIdle;
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
   * Waits until something arrives, unless nothing has for too long.
   *
   * @param deadline until when, by the clock
   * @param timeout after what time without arrivals it does not wait any more
   */
  public void await(Arrival arrival, long deadline, Duration timeout) throws InterruptedException {
    long now = nanoTime.getAsLong();
    if (isIdle && now - since >= timeout.toNanos()) {
      return;
    }
    if (!arrival.await(deadline) && !isIdle) {
      isIdle = true;
      since = now;
    }
  }

  /** Takes note that something has come. */
  public void end() {
    isIdle = false;
  }
}
