package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipationTest {

  @ParameterizedTest
  @CsvSource({"1, 8, 8", "0.25, 8, 2", "0.1, 8, 1", "0.01, 8, 1", "0.3, 10, 3", "0.5, 1, 1"})
  void asManyTakePartAsTheFractionSays(float fraction, int devices, int expected) {
    Participation participation = new Participation(fraction);
    assertThat(participation.of(devices)).isEqualTo(expected);
    for (int interval = 0; interval < 20; interval++) {
      assertThat(count(participation, devices, interval)).isEqualTo(expected);
    }
  }

  @Test
  void allHaveTheirTurns() {
    Participation participation = new Participation(0.25f);
    for (int place = 0; place < 8; place++) {
      int device = place;
      long taken =
          IntStream.range(0, 400)
              .filter(interval -> participation.includes(device, 8, new SplittableRandom(interval)))
              .count();
      assertThat(taken).as("of 400 intervals, 100 expected").isBetween(60L, 140L);
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {0, -0.5f, 1.1f, Float.NaN})
  void refusesWhatIsNoFraction(float fraction) {
    assertThatThrownBy(() -> new Participation(fraction))
        .hasMessage("fraction is above 0 and at most 1, not " + fraction);
  }

  private static long count(Participation participation, int devices, int interval) {
    return IntStream.range(0, devices)
        .filter(place -> participation.includes(place, devices, new SplittableRandom(interval)))
        .count();
  }
}
