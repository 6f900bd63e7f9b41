package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SilenceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PAUSE = Duration.ofSeconds(1).toNanos();

  private final AtomicInteger waits = new AtomicInteger();
  private long now = 42;
  private final Silence silence = new Silence(() -> now);

  @Test
  void pausesInEachRoundUntilItHasLastedTooLong() throws Exception {
    rounds(30);
    assertThat(waits).hasValue(10);
  }

  @Test
  void beginsAnewAfterSomethingHasCome() throws Exception {
    rounds(8);
    silence.end();
    rounds(30);
    assertThat(waits).hasValue(8 + 10);
  }

  @Test
  void doesNotBeginWhereSomethingComes() throws Exception {
    for (int round = 0; round < 30; round++) {
      silence.await(deadline -> waits.incrementAndGet() > 0, now + PAUSE, PATIENCE);
      now += PAUSE;
    }
    assertThat(waits).hasValue(30);
  }

  private void rounds(int number) throws InterruptedException {
    for (int round = 0; round < number; round++) {
      silence.await(this::nothing, now + PAUSE, PATIENCE);
    }
  }

  private boolean nothing(long deadline) {
    waits.incrementAndGet();
    now = deadline;
    return false;
  }
}
