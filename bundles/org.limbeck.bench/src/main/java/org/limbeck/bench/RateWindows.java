package org.limbeck.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.api.event.RunObserver;

/**
 * Divides a run into windows of time and counts the steps in each. What comes before the first is
 * for warming up.
 */
final class RateWindows implements RunObserver {
  private static final double NANOS_PER_SECOND = 1e9;

  private final long stepsPerRound;
  private final long warmUp;
  private final long length;
  private final int count;
  private final LongSupplier clock;
  private final Runnable end;
  private final List<Double> rates = new ArrayList<>();
  private final long started;
  private boolean warm;
  private long opened;
  private long steps;

  /**
   * Begins to warm up.
   *
   * @param warmUp how long; at least one round
   * @param length of a window; at least one round
   * @param count the number of windows
   * @param clock nanoseconds
   * @param end is called when the last window is over
   */
  RateWindows(
      long stepsPerRound,
      Duration warmUp,
      Duration length,
      int count,
      LongSupplier clock,
      Runnable end) {
    this.stepsPerRound = stepsPerRound;
    this.warmUp = warmUp.toNanos();
    this.length = length.toNanos();
    this.count = count;
    this.clock = clock;
    this.end = end;
    this.started = clock.getAsLong();
  }

  /** Returns the steps per second of each window. */
  List<Double> rates() {
    return rates;
  }

  @Override
  public void on(RunEvent event) {
    if (event instanceof RoundCompleted && rates.size() < count) {
      long now = clock.getAsLong();
      if (!warm) {
        warm = now - started >= warmUp;
        open(now);
      } else {
        steps += stepsPerRound;
        if (now - opened >= length) {
          close(now);
        }
      }
    }
  }

  private void close(long now) {
    rates.add(steps * NANOS_PER_SECOND / (now - opened));
    open(now);
    if (rates.size() == count) {
      end.run();
    }
  }

  private void open(long now) {
    opened = now;
    steps = 0;
  }
}
