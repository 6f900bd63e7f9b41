package org.limbeck.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Runs tasks on several threads that start together. */
final class ConcurrentTasks {

  private ConcurrentTasks() {}

  /** Returns the results of tasks 0 to {@code tasks} − 1 in this order. */
  static <T> List<T> run(int tasks, IntFunction<Callable<T>> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(tasks);
    try {
      CyclicBarrier start = new CyclicBarrier(tasks);
      List<Callable<T>> all = new ArrayList<>();
      for (int i = 0; i < tasks; i++) {
        Callable<T> work = task.apply(i);
        all.add(
            () -> {
              start.await();
              return work.call();
            });
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(all)) {
        results.add(result(future));
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> T result(Future<T> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new AssertionError("failed on one of several threads: " + e.getCause(), e.getCause());
    }
  }
}
