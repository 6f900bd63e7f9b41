package org.limbeck.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;

/** Work that another thread can ask to end. */
public final class Interruptible {
  private final BooleanSupplier stopping;
  private Thread worker;
  private BooleanSupplier polite = () -> false;
  private Tidying leftBehind = () -> {};
  private boolean asked;

  /**
   * Makes one without work.
   *
   * @param stopping whether the process is being stopped
   */
  public Interruptible(BooleanSupplier stopping) {
    this.stopping = stopping;
  }

  /** Returns whether what goes wrong now does so because the process is being stopped. */
  public boolean isStopping() {
    return stopping.getAsBoolean();
  }

  /** Does the work on this thread; only one at a time. */
  public <T> T call(Callable<T> work) throws Exception {
    begin();
    try {
      return work.call();
    } finally {
      end();
    }
  }

  /**
   * Does the work on this thread. Who asks it to end waits until its failure has been told too.
   *
   * @param work returns the exit code
   * @param errors tells what went wrong, and returns the exit code of that
   */
  public int call(Callable<Integer> work, ToIntFunction<Throwable> errors) throws Exception {
    return call(
        () -> {
          try {
            return work.call();
          } catch (Exception e) {
            return errors.applyAsInt(e);
          }
        });
  }

  /**
   * Says how the work can be asked to end by itself, until it ends.
   *
   * @param ask asks it; returns false if it has to be interrupted after all
   */
  public synchronized void endBy(BooleanSupplier ask) {
    polite = ask;
  }

  /**
   * Says what to do where the work does not end in time, in its place, as the process ends anyway.
   */
  public synchronized void ifAbandoned(Tidying tidy) {
    leftBehind = tidy;
  }

  /**
   * Asks or else interrupts the work to end, if there is any, and waits until it has tidied up,
   * though not for ever.
   */
  public synchronized void stop(long seconds) throws InterruptedException {
    if (worker == null || worker.equals(Thread.currentThread())) {
      return;
    }
    if (!asked) {
      asked = true;
      if (!polite.getAsBoolean()) {
        worker.interrupt();
      }
    }
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    for (long left = end - System.nanoTime();
        worker != null && left > 0;
        left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    if (worker != null) {
      try {
        leftBehind.tidy();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      leftBehind = () -> {};
    }
  }

  /** What is done in the place of work that takes longer than a process has to end. */
  @FunctionalInterface
  public interface Tidying {
    void tidy() throws IOException;
  }

  private synchronized void begin() {
    if (worker != null) {
      throw new IllegalStateException("a run is under way");
    }
    worker = Thread.currentThread();
  }

  private synchronized void end() {
    worker = null;
    polite = () -> false;
    leftBehind = () -> {};
    asked = false;
    notifyAll();
  }
}
