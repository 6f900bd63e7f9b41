package org.limbeck.exchange.async;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class IncarnationsTest {
  private static final long ALL = 0xFFFF_FFFFL;

  @Test
  void areTheSecondsOfTheClockWhateverItSays() {
    assertThat(Incarnations.at(Instant.parse("2025-01-02T03:04:05Z"))).isEqualTo(1_735_787_045L);
    assertThat(Incarnations.at(Instant.parse("1969-12-31T00:00:00Z"))).isEqualTo(1);
    assertThat(Incarnations.at(Instant.MAX)).isBetween(1L << 31, ALL - (1 << 20));
  }

  @Test
  void growBeyondWhatOthersRemember() {
    assertThat(Incarnations.exceeding(500, 400)).isEqualTo(501);
    assertThat(Incarnations.exceeding(400, 400)).isEqualTo(400);
    assertThat(Incarnations.exceeding(EdgeSnapshot.UNKNOWN, 400)).isEqualTo(400);
  }

  /** Who lies cannot use up the numbers of another device. */
  @Test
  void areNotDrivenToTheirEnd() {
    assertThat(Incarnations.exceeding(ALL, 400)).isEqualTo(400);
    long driven = 400;
    for (long lie = 1L << 24; lie <= ALL; lie += 1L << 24) {
      driven = Incarnations.exceeding(lie - 1, driven);
    }
    assertThat(driven).isLessThan(ALL - (1 << 20));
  }
}
