package org.limbeck.testkit;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Stands for an implementation that is not safe for use by several threads at once. Calls of the
 * thread that made it pass; others wait for a second one to come, and fail together with it.
 */
final class OneAtATime {
  private static final int LONG_MILLIS = 200;

  private final Thread maker = Thread.currentThread();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch met = new CountDownLatch(1);

  <T> T pass(Supplier<T> call) {
    if (Thread.currentThread() != maker && meetsAnother()) {
      throw new IllegalStateException("called by two threads at once");
    }
    return call.get();
  }

  private boolean meetsAnother() {
    try {
      if (inside.incrementAndGet() > 1) {
        met.countDown();
      }
      return met.await(LONG_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      inside.decrementAndGet();
    }
  }
}
