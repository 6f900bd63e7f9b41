package org.limbeck.engine.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.limbeck.exchange.channel.Workspace;

/** A fixed pool of threads that share out devices among them. Used by one thread at a time. */
public final class WorkerPool implements AutoCloseable {
  private static final long CLOSE_SECONDS = 30;

  private final ExecutorService pool;
  private final List<Workspace> workspaces;

  /** Starts the threads. */
  public WorkerPool(int threads) {
    AtomicInteger number = new AtomicInteger();
    this.workspaces = Stream.generate(Workspace::new).limit(threads).toList();
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
   * Does the work once for each item, several at a time, and waits until all is done. Interrupting
   * this thread does not cut the work short, as half a round could not be saved; it stays
   * interrupted.
   *
   * @throws RuntimeException what the work threw, if it did
   */
  public <T> void forEach(List<T> items, Consumer<? super T> work) {
    forEach(items, (item, workspace) -> work.accept(item));
  }

  /** As {@link #forEach(List, Consumer)}, with the workspace of whoever does the work. */
  public <T> void forEach(List<T> items, BiConsumer<? super T, Workspace> work) {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> shares = new ArrayList<>();
    for (Workspace workspace : workspaces.subList(0, Math.min(workspaces.size(), items.size()))) {
      shares.add(pool.submit(() -> share(items, next, workspace, work)));
    }
    awaitAll(shares);
  }

  /** Lets go of all buffers, and of the classes of those who made them. */
  public void clearWorkspaces() {
    workspaces.forEach(Workspace::clear);
  }

  private static <T> void share(
      List<T> items,
      AtomicInteger next,
      Workspace workspace,
      BiConsumer<? super T, Workspace> work) {
    for (int i = next.getAndIncrement();
        i < items.size() && !Thread.currentThread().isInterrupted();
        i = next.getAndIncrement()) {
      work.accept(items.get(i), workspace);
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

  /** Waits for all, even if one has failed: none may work on while its devices are closed. */
  private static void awaitAll(List<Future<?>> shares) {
    boolean interrupted = false;
    Throwable failure = null;
    for (Future<?> share : shares) {
      boolean done = false;
      while (!done) {
        try {
          share.get();
          done = true;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = failure == null ? e.getCause() : failure;
          done = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
  }
}
