package org.limbeck.cli.compare;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.limbeck.api.event.RoundCompleted;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.Engine;
import org.limbeck.engine.Run;
import org.limbeck.engine.RunSettings;

/**
 * Runs each experiment of a comparison for a while before its first seed is timed: until then Java
 * has not compiled the code that it takes. Nothing is kept of it.
 */
final class WarmUp {
  private static final System.Logger LOG = System.getLogger(WarmUp.class.getName());
  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(2);
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long WINDOW_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long QUIET_MILLIS = 50;
  private static final int MOST_TIMES = 100;

  private final Engine engine;
  private final LongSupplier nanoTime;
  private final LongSupplier compilationMillis;

  /**
   * Makes one that asks Java how long it has compiled.
   *
   * @param nanoTime a clock that only moves forward, in nanoseconds
   */
  WarmUp(Engine engine, LongSupplier nanoTime) {
    this(engine, nanoTime, WarmUp::compilationTime);
  }

  /**
   * Makes one.
   *
   * @param nanoTime a clock that only moves forward, in nanoseconds
   * @param compilationMillis tells how long Java has compiled since it began, in milliseconds
   */
  WarmUp(Engine engine, LongSupplier nanoTime, LongSupplier compilationMillis) {
    this.engine = engine;
    this.nanoTime = nanoTime;
    this.compilationMillis = compilationMillis;
  }

  /**
   * Runs those of the experiments that differ in more than their seeds, one after the other, each
   * for two seconds, and for up to ten until Java compiles for less than a twentieth of a second,
   * to the end of a round. One that ends sooner is run again, up to a hundred times.
   *
   * @param threads how many threads work on the devices of a run
   * @throws InterruptedException if the thread is interrupted by another
   */
  void run(List<Cell> cells, int threads) throws InterruptedException {
    Set<String> warm = new HashSet<>();
    for (Cell cell : cells) {
      if (warm.add(cell.label())) {
        run(cell, threads);
      }
    }
  }

  private void run(Cell cell, int threads) throws InterruptedException {
    Limit limit = new Limit();
    for (int times = 0; times < MOST_TIMES && !limit.isReached(); times++) {
      if (!runUntil(limit, cell, threads)) {
        return;
      }
    }
  }

  /** Returns whether the run has ended or its time is over; otherwise it has failed. */
  private boolean runUntil(Limit limit, Cell cell, int threads) throws InterruptedException {
    boolean[] over = {false};
    boolean sound = true;
    try (Run run = engine.open(cell.experiment().inThisProcess(), RunSettings.of(threads))) {
      run.execute(List.of(event -> over[0] |= interruptAt(limit, event)));
    } catch (InterruptedException e) {
      if (!over[0]) {
        throw e;
      }
    } catch (RuntimeException e) {
      // the run that is timed fails in the same way, and says so
      LOG.log(System.Logger.Level.DEBUG, cell + " cannot be warmed up", e);
      sound = false;
    }
    if (over[0]) {
      // where the run ended by itself before it saw that it was interrupted
      var unused = Thread.interrupted();
    }
    return sound;
  }

  /** Ends the run of this thread after a round, if it is time. */
  private boolean interruptAt(Limit limit, RunEvent event) {
    if (event instanceof RoundCompleted && limit.isReached()) {
      Thread.currentThread().interrupt();
      return true;
    }
    return false;
  }

  private static long compilationTime() {
    CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
    return compiler == null || !compiler.isCompilationTimeMonitoringSupported()
        ? 0
        : compiler.getTotalCompilationTime();
  }

  /** When an experiment has been run for long enough. */
  private final class Limit {
    private final long begin = nanoTime.getAsLong();
    private long windowBegin = begin;
    private long compiled = compilationMillis.getAsLong();
    private boolean quiet;

    boolean isReached() {
      long now = nanoTime.getAsLong();
      if (now - windowBegin >= WINDOW_NANOS) {
        long total = compilationMillis.getAsLong();
        quiet = total - compiled < QUIET_MILLIS;
        compiled = total;
        windowBegin = now;
      }
      return now - begin >= MOST_NANOS || (quiet && now - begin >= LEAST_NANOS);
    }
  }
}
