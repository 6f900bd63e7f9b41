package org.limbeck.engine.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StartDeadlineTest {
  private final List<Long> told = new ArrayList<>();
  private long now = 5;
  private final StartDeadline deadline = new StartDeadline(() -> now, told::add);

  @Test
  void waitsTenSecondsForAConstructorToBegin() {
    assertThat(after(9).isOver(false)).isFalse();
    assertThat(after(1).isOver(false)).isTrue();
    assertThat(told).isEmpty();
  }

  @Test
  void waitsForAConstructorWithoutLimit() {
    for (int second = 0; second < 3600; second++) {
      assertThat(after(1).isOver(true)).isFalse();
    }
    assertThat(told).containsExactly(10L, 20L, 40L, 80L, 160L, 320L, 640L, 1280L, 2560L);
    assertThat(after(9).isOver(false)).isFalse();
    assertThat(after(1).isOver(false)).isTrue();
  }

  private StartDeadline after(int seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
    return deadline;
  }
}
