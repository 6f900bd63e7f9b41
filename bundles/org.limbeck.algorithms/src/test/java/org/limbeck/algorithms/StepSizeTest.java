package org.limbeck.algorithms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepSizeTest {

  @ParameterizedTest
  @CsvSource({
    "constant, 0, 0.5",
    "constant, 1000000, 0.5",
    "inverse, 0, 0.5",
    "inverse, 4, 0.25",
    "inverse, 12, 0.125",
    "inverse, 4000000000000, 0.0000000000005",
    "inverse-sqrt, 0, 0.5",
    "inverse-sqrt, 12, 0.25",
    "inverse-sqrt, 60, 0.125",
  })
  void fallsByItsSchedule(String schedule, long round, float expected) {
    assertThat(new StepSize(0.5f, 0.25f, StepSize.Schedule.named(schedule)).at(round))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"inverse", "inverse-sqrt"})
  void staysWithoutDecay(String schedule) {
    StepSize stepSize = new StepSize(0.3f, 0, StepSize.Schedule.named(schedule));
    assertThat(stepSize.at(1_000_000)).isEqualTo(0.3f);
  }

  @Test
  void schedulesAreCalledTheSameInAnyLanguage() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr"));
      assertThat(StepSize.Schedule.named("inverse-sqrt")).isEqualTo(StepSize.Schedule.INVERSE_SQRT);
    } finally {
      Locale.setDefault(locale);
    }
  }

  @Test
  void thereAreNoOtherSchedules() {
    assertThatIllegalArgumentException().isThrownBy(() -> StepSize.Schedule.named("cosine"));
  }
}
