package org.limbeck.exchange.endpoint;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The lines in the log about what the devices of a process refuse: twenty a minute at the most,
 * whoever sends what, so that nobody fills a disk from outside. What is left out is counted. Safe
 * for use by several threads at once.
 */
public final class RefusalLog {
  /** How many lines a minute there may be. */
  static final int LINES = 20;

  private static final System.Logger LOG = System.getLogger(RefusalLog.class.getName());
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final LongSupplier nanoTime;
  private long begun;
  private int lines;
  private long leftOut;

  public RefusalLog() {
    this(System::nanoTime);
  }

  /**
   * Has no lines yet.
   *
   * @param nanoTime the clock, as {@link System#nanoTime} has it
   */
  RefusalLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = nanoTime.getAsLong();
  }

  /** Says something, unless enough was said in this minute. */
  synchronized void say(System.Logger.Level level, String format, Object... values) {
    long now = nanoTime.getAsLong();
    if (now - begun >= MINUTE) {
      begin(now);
    }
    if (lines < LINES) {
      lines++;
      LOG.log(level, format, values);
    } else {
      leftOut++;
    }
  }

  private void begin(long now) {
    begun = now;
    lines = 0;
    if (leftOut > 0) {
      lines++;
      LOG.log(
          System.Logger.Level.WARNING,
          "{0} more lines about what is refused were left out",
          leftOut);
    }
    leftOut = 0;
  }
}
