package org.limbeck.exchange.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckBudgetTest {
  private long now = Long.MAX_VALUE - 5;

  @Test
  void isWholeAgainAfterASecond() {
    CheckBudget budget = new CheckBudget(2, () -> now);
    assertThat(budget.take()).isTrue();
    now += TimeUnit.SECONDS.toNanos(1) - 1;
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
    assertThat(budget.isSpent()).isTrue();
    now++;
    assertThat(budget.isSpent()).isFalse();
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isTrue();
    assertThat(budget.take()).isFalse();
  }
}
