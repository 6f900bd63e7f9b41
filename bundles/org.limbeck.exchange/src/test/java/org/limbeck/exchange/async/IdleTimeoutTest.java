package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdleTimeoutTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final AtomicInteger waits = new AtomicInteger();
  private long now = 42;
  private final IdleTimeout idleTimeout = new IdleTimeout(() -> now);

  @Test
  void pausesInEachRoundUntilItHasLastedTooLong() throws Exception {
    rounds(30);
    assertThat(waits).hasValue(10);
  }

  @Test
  void beginsAnewAfterSomethingHasCome() throws Exception {
    rounds(8);
    idleTimeout.end();
    rounds(30);
    assertThat(waits).hasValue(8 + 10);
  }

  @Test
  void doesNotBeginWhereSomethingComes() throws Exception {
    for (int round = 0; round < 30; round++) {
      idleTimeout.await(deadline -> waits.incrementAndGet() > 0, now + PAUSE, TIMEOUT);
      now += PAUSE;
    }
    assertThat(waits).hasValue(30);
  }

  private void rounds(int number) throws InterruptedException {
    for (int round = 0; round < number; round++) {
      idleTimeout.await(this::nothing, now + PAUSE, TIMEOUT);
    }
  }

  private boolean nothing(long deadline) {
    waits.incrementAndGet();
    now = deadline;
    return false;
  }
}
