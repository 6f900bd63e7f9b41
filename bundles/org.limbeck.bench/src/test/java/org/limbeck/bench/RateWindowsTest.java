package org.limbeck.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.RoundCompleted;

class RateWindowsTest {
  private long now;
  private int ended;

  @Test
  void countsStepsPerSecondAfterWarmingUp() {
    RateWindows windows = windows(2, Duration.ofSeconds(3));
    for (int round = 0; round < 4; round++) {
      complete(windows, 1_000);
    }
    assertThat(windows.rates()).as("three seconds, and the first of a window").isEmpty();
    complete(windows, 1_000);
    assertThat(windows.rates()).containsExactly(10.0);
    complete(windows, 500);
    assertThat(windows.rates()).hasSize(1);
    assertThat(ended).isZero();
    complete(windows, 3_500);
    assertThat(windows.rates()).containsExactly(10.0, 5.0);
    assertThat(ended).isEqualTo(1);
  }

  @Test
  void takesOneRoundWhereRoundsAreLong() {
    RateWindows windows = windows(1, Duration.ofMillis(1));
    complete(windows, 10_000);
    complete(windows, 10_000);
    assertThat(windows.rates()).containsExactly(1.0);
  }

  @Test
  void takesNoMoreWindowsThanWanted() {
    RateWindows windows = windows(1, Duration.ofMillis(1));
    for (int round = 0; round < 5; round++) {
      complete(windows, 2_500);
    }
    assertThat(windows.rates()).hasSize(1);
    assertThat(ended).isEqualTo(1);
  }

  private RateWindows windows(int count, Duration warmUp) {
    return new RateWindows(10, warmUp, Duration.ofSeconds(2), count, () -> now, () -> ended++);
  }

  private void complete(RateWindows windows, long millis) {
    now += Duration.ofMillis(millis).toNanos();
    windows.on(new RoundCompleted(0, List.of()));
  }
}
