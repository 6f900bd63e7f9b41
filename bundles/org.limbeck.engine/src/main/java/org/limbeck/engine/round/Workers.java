package org.limbeck.engine.round;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A fixed pool of threads that share out devices among them. Used by one thread at a time. */
public final class Workers implements AutoCloseable {
  private static final long CLOSE_SECONDS = 30;

  private final ExecutorService pool;
  private final int threads;

  /** Starts the threads. */
  public Workers(int threads) {
    AtomicInteger number = new AtomicInteger();
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "limbeck-worker-" + number.getAndIncrement());
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Does the work once for each item, several at a time, and waits until all is done.
   *
   * @throws InterruptedException if this thread is interrupted while waiting
   * @throws RuntimeException what the work threw, if it did
   */
  public <T> void forEach(List<T> items, Consumer<? super T> work) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    Callable<Void> share =
        () -> {
          for (int i = next.getAndIncrement();
              i < items.size() && !Thread.currentThread().isInterrupted();
              i = next.getAndIncrement()) {
            work.accept(items.get(i));
          }
          return null;
        };
    List<Callable<Void>> shares = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, items.size()); i++) {
      shares.add(share);
    }
    for (Future<Void> done : pool.invokeAll(shares)) {
      rethrow(done);
    }
  }

  /**
   * Ends the threads and waits until they have ended, so that what they work on may be closed: half
   * a minute at the most.
   *
   * @throws IllegalStateException if they have not ended by then
   */
  @Override
  public void close() {
    pool.shutdownNow();
    boolean interrupted = Thread.interrupted();
    try {
      if (!pool.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the workers are still busy");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static void rethrow(Future<Void> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
