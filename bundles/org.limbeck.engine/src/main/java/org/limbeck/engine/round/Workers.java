package org.limbeck.engine.round;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A fixed pool of threads that share out devices among them. Used by one thread at a time. */
public final class Workers implements AutoCloseable {
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
          for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) {
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

  @Override
  public void close() {
    pool.shutdownNow();
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
