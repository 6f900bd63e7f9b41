package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.CheckpointMissed;
import org.limbeck.api.event.RunEvent;
import org.limbeck.engine.experiment.InvalidInputException;
import org.limbeck.engine.experiment.Origin;

class ToleranceTest {
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void endsARunWhoseCheckpointCannotBeWritten() {
    Tolerance tolerance = new Tolerance(false, events::add);
    tolerance.save(1, () -> {});
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> tolerance.save(2, ToleranceTest::fail));
    assertThat(events).isEmpty();
  }

  @Test
  void tellsOnceThatARunGoesOnWithoutAndOnceThatItNeedNot() {
    Tolerance tolerance = new Tolerance(true, events::add);
    tolerance.save(1, () -> {});
    tolerance.save(2, ToleranceTest::fail);
    tolerance.save(3, ToleranceTest::fail);
    tolerance.save(4, () -> {});
    tolerance.save(5, () -> {});
    assertThat(events)
        .containsExactly(new CheckpointMissed(2, "disk: full"), new CheckpointMissed(4, ""));
  }

  private static void fail() {
    throw new InvalidInputException(new Origin("disk", 0, ""), "full");
  }
}
