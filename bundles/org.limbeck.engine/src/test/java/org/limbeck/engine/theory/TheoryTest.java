package org.limbeck.engine.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.limbeck.engine.consensus.SpectralGap;

class TheoryTest {
  @Test
  void countsRoundsWhereTheGraphStays() {
    assertThat(theory(OptionalInt.empty(), 0.5).sendsTo(0.125)).isCloseTo(3, within(1e-12));
    assertThat(theory(OptionalInt.empty(), 0).sendsTo(0.001)).isEqualTo(1);
  }

  @Test
  void countsWholePeriodsWhereGraphsFollowEachOther() {
    assertThat(theory(OptionalInt.of(3), 0).sendsTo(0.001)).isEqualTo(3);
    assertThat(theory(OptionalInt.of(4), 0.5).sendsTo(0.01)).isEqualTo(8);
    assertThat(theory(OptionalInt.of(4), 1).sendsTo(0.01)).isInfinite();
  }

  private static Theory theory(OptionalInt period, double rate) {
    SpectralGap gap = new SpectralGap(rate);
    return new Theory(
        4,
        2,
        1,
        period.isPresent(),
        period,
        gap,
        gap,
        10,
        10,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }
}
