package org.limbeck.exchange.lockstep;

import java.time.Duration;

/**
 * When a device that waits looks up, asks for what is missing, and gives up. All times are as
 * {@link System#nanoTime} has them.
 */
final class RequestTimes {
  private static final long PAUSE = Duration.ofMillis(100).toNanos();
  private static final long FIRST_REQUEST = Duration.ofMillis(500).toNanos();
  private static final long LONGEST_INTERVAL = Duration.ofSeconds(4).toNanos();

  private final long end;
  private long pauseEnd;
  private long interval = FIRST_REQUEST;
  private long nextRequest;

  RequestTimes(long now, Duration timeout) {
    this.end = now + timeout.toNanos();
    this.pauseEnd = now;
    this.nextRequest = now + FIRST_REQUEST;
  }

  /** Begins a pause, and returns its end. */
  long nextPause(long now) {
    pauseEnd = Math.min(PAUSE, end - now) + now;
    return pauseEnd;
  }

  boolean isPauseOver(long now) {
    return now - pauseEnd >= 0;
  }

  boolean isOver(long now) {
    return now - end >= 0;
  }

  /** Returns whether to ask now; from one time to the next it takes twice as long. */
  boolean isRequestDue(long now) {
    if (now - nextRequest < 0) {
      return false;
    }
    interval = Math.min(2 * interval, LONGEST_INTERVAL);
    nextRequest = now + interval;
    return true;
  }
}
