package org.limbeck.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class InterruptibleTest {
  private final Interruptible work = new Interruptible(() -> false);

  @Test
  void stopsWorkAndWaitsUntilItHasTidiedUp() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AtomicBoolean tidy = new AtomicBoolean();
    CompletableFuture<Object> worker =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return work.call(
                    () -> {
                      try {
                        begun.countDown();
                        new CountDownLatch(1).await();
                        return "finished";
                      } catch (InterruptedException e) {
                        tidy.set(true);
                        return "stopped";
                      }
                    });
              } catch (Exception e) {
                return e;
              }
            });
    begun.await();

    work.stop(10);

    assertThat(tidy).isTrue();
    assertThat(worker.get(10, TimeUnit.SECONDS)).isEqualTo("stopped");
  }

  @Test
  void hasNothingToStopBeforeAndAfterwards() throws Exception {
    work.stop(10);
    assertThat(work.call(() -> "done")).isEqualTo("done");
    work.stop(10);

    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void asksPolitelyIfItCan() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Boolean> interrupted =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return work.call(
                    () -> {
                      work.endBy(
                          () -> {
                            asked.countDown();
                            return true;
                          });
                      begun.countDown();
                      asked.await();
                      return Thread.currentThread().isInterrupted();
                    });
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    begun.await();

    work.stop(10);

    assertThat(interrupted.get(10, TimeUnit.SECONDS)).isFalse();
  }

  @Test
  void tidiesUpForWorkThatDoesNotEndInTime() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    AtomicBoolean tidy = new AtomicBoolean();
    CompletableFuture<Void> worker =
        CompletableFuture.runAsync(() -> workThatCannotBeInterrupted(begun, end, tidy));
    begun.await();

    work.stop(0);

    assertThat(tidy).isTrue();
    end.countDown();
    worker.get(10, TimeUnit.SECONDS);
  }

  private void workThatCannotBeInterrupted(
      CountDownLatch begun, CountDownLatch end, AtomicBoolean tidy) {
    try {
      work.call(
          () -> {
            work.ifAbandoned(() -> tidy.set(true));
            begun.countDown();
            while (end.getCount() > 0) {
              Thread.onSpinWait();
            }
            return "late";
          });
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void doesNotWaitForItself() throws Exception {
    assertThat(
            work.call(
                () -> {
                  work.stop(10);
                  return Thread.currentThread().isInterrupted();
                }))
        .isFalse();
  }

  @Test
  void doesOneThingAtATime() {
    assertThatThrownBy(() -> work.call(() -> work.call(() -> "inner")))
        .isInstanceOf(IllegalStateException.class);
  }
}
