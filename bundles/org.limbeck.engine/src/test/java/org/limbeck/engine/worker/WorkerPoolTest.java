package org.limbeck.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  private static final List<Integer> ITEMS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void doesTheWorkOnceForEachItem() throws InterruptedException {
    ConcurrentLinkedQueue<Integer> done = new ConcurrentLinkedQueue<>();
    try (WorkerPool workers = new WorkerPool(3)) {
      workers.forEach(ITEMS, done::add);
    }
    assertThat(done).containsExactlyInAnyOrderElementsOf(ITEMS);
  }

  @Test
  void worksOnAsManyItemsAtOnceAsThereAreThreads() throws InterruptedException {
    CyclicBarrier barrier = new CyclicBarrier(2);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (WorkerPool workers = new WorkerPool(2)) {
      workers.forEach(
          List.of(1, 2),
          item -> {
            threads.add(Thread.currentThread());
            meet(barrier);
          });
    }
    assertThat(threads).hasSize(2).allMatch(Thread::isDaemon);
  }

  @Test
  void throwsWhatTheWorkThrew() {
    try (WorkerPool workers = new WorkerPool(2)) {
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      ITEMS,
                      item -> {
                        if (item == 500) {
                          throw new IllegalStateException("item " + item);
                        }
                      }))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("item 500");
      assertThatThrownBy(
              () ->
                  workers.forEach(
                      List.of(1),
                      item -> {
                        throw new AssertionError("an error");
                      }))
          .isInstanceOf(AssertionError.class)
          .hasMessage("an error");
    }
  }

  @Test
  void closingWaitsForTheWorkInHand() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicInteger ended = new AtomicInteger();
    WorkerPool workers = new WorkerPool(1);
    Thread caller =
        new Thread(
            () -> {
              workers.forEach(
                  ITEMS,
                  item -> {
                    begun.countDown();
                    work(Duration.ofMillis(300));
                    ended.incrementAndGet();
                  });
            });
    caller.start();
    begun.await();
    workers.close();
    assertThat(ended).as("the item in hand, and no other").hasValue(1);
  }

  @Test
  void anInterruptDoesNotCutTheWorkShort() {
    AtomicInteger ended = new AtomicInteger();
    try (WorkerPool workers = new WorkerPool(2)) {
      Thread.currentThread().interrupt();
      workers.forEach(ITEMS, item -> ended.incrementAndGet());
    }
    assertThat(ended).hasValue(ITEMS.size());
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
  }

  /** Works on, interrupted or not, as native code does. */
  private static void work(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
