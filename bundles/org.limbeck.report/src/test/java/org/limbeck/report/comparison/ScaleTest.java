package org.limbeck.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScaleTest {
  private static final Offset<Double> EXACT = within(1e-9);

  @Test
  void linearTicksAreRound() {
    Scale scale = new LinearScale(0.512, 0.74);
    assertThat(scale.ticks()).hasSize(4);
    assertThat(scale.ticks().get(0)).isCloseTo(0.55, EXACT);
    assertThat(scale.place(0.512)).isZero();
    assertThat(scale.place(0.74)).isEqualTo(1);
  }

  @Test
  void logarithmicTicksArePowersOfTenWhereThereAreMany() {
    assertThat(new LogarithmicScale(900, 2e6).ticks())
        .satisfies(ticks -> close(ticks, 1e3, 1e4, 1e5, 1e6));
    assertThat(new LogarithmicScale(900, 6000).ticks())
        .satisfies(ticks -> close(ticks, 1e3, 2e3, 5e3));
    assertThat(new LogarithmicScale(0.22, 0.47).ticks())
        .satisfies(ticks -> close(ticks, 0.25, 0.3, 0.35, 0.4, 0.45));
    Scale scale = new LogarithmicScale(1, 100);
    assertThat(scale.place(10)).isCloseTo(0.5, EXACT);
    assertThat(scale.has(0)).isFalse();
  }

  private static void close(List<? extends Double> ticks, double... expected) {
    assertThat(ticks).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(ticks.get(i)).isCloseTo(expected[i], within(1e-6 * expected[i]));
    }
  }
}
