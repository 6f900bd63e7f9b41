package org.limbeck.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.CheckpointMissed;
import org.limbeck.api.event.RunEvent;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

class CheckpointFailurePolicyTest {
  private final List<RunEvent> events = new ArrayList<>();

  @Test
  void endsARunWhoseCheckpointCannotBeWritten() {
    CheckpointFailurePolicy failurePolicy = new CheckpointFailurePolicy(false, events::add);
    failurePolicy.save(1, () -> {});
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> failurePolicy.save(2, CheckpointFailurePolicyTest::fail));
    assertThat(events).isEmpty();
  }

  @Test
  void tellsOnceThatARunGoesOnWithoutAndOnceThatItNeedNot() {
    CheckpointFailurePolicy failurePolicy = new CheckpointFailurePolicy(true, events::add);
    failurePolicy.save(1, () -> {});
    failurePolicy.save(2, CheckpointFailurePolicyTest::fail);
    failurePolicy.save(3, CheckpointFailurePolicyTest::fail);
    failurePolicy.save(4, () -> {});
    failurePolicy.save(5, () -> {});
    assertThat(events)
        .containsExactly(new CheckpointMissed(2, "disk: full"), new CheckpointMissed(4, ""));
  }

  private static void fail() {
    throw new InvalidInputException(new Origin("disk", 0, ""), "full");
  }
}
