package org.limbeck.engine.binding;

import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Says how long to wait for a plug-in: without limit while its constructor runs, which may read
 * large files, and otherwise {@value #SECONDS} seconds. Used by one thread.
 */
final class StartDeadline {
  static final long SECONDS = 10;

  private final LongSupplier nanoTime;
  private final LongConsumer stillStarting;
  private final long begin;
  private long idleSince;
  private long nextWord = SECONDS;

  /**
   * Begins to wait.
   *
   * @param nanoTime the time, in nanoseconds
   * @param stillStarting is told for how many seconds a constructor runs: at {@value #SECONDS}, and
   *     whenever the time has doubled
   */
  StartDeadline(LongSupplier nanoTime, LongConsumer stillStarting) {
    this.nanoTime = nanoTime;
    this.stillStarting = stillStarting;
    this.begin = nanoTime.getAsLong();
    this.idleSince = begin;
  }

  /**
   * Returns whether to give up.
   *
   * @param constructing whether the constructor runs
   */
  boolean isOver(boolean constructing) {
    long now = nanoTime.getAsLong();
    if (!constructing) {
      return TimeUnit.NANOSECONDS.toSeconds(now - idleSince) >= SECONDS;
    }
    idleSince = now;
    long seconds = TimeUnit.NANOSECONDS.toSeconds(now - begin);
    if (seconds >= nextWord) {
      stillStarting.accept(seconds);
      nextWord = 2 * seconds;
    }
    return false;
  }
}
