package org.limbeck.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.Change;
import org.limbeck.api.event.CheckpointMissed;
import org.limbeck.api.event.DeviceDescription;
import org.limbeck.api.event.Rewired;
import org.limbeck.api.event.RunCompleted;
import org.limbeck.api.event.RunContinued;
import org.limbeck.api.event.RunPaused;

class EventMessagesTest {
  private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

  @Test
  void sayWhyARunStandsStillAndThatItGoesOn() {
    assertThat(EventMessages.of(new RunPaused(12, "waits for topology torus")))
        .contains("paused after round 12: waits for topology torus");
    assertThat(EventMessages.of(new RunContinued(12))).contains("goes on after round 12");
    assertThat(EventMessages.of(new RunCompleted(12))).isEmpty();
  }

  @Test
  void tellOfMissingCheckpointsAndOfTheirEnd() {
    assertThat(EventMessages.of(new CheckpointMissed(12, "a/b: No space left on device")))
        .contains("goes on without checkpoints: a/b: No space left on device");
    assertThat(EventMessages.of(new CheckpointMissed(30, "")))
        .contains("checkpoints are written again after round 30");
  }

  @Test
  void nameTheDevicesUnlessTheyAreAllOrMany() {
    assertThat(
            EventMessages.of(
                rewired(
                    Double.NaN,
                    new Change("topology", "ring", "complete", ALL),
                    new Change("localSteps", "1", "2", List.of()),
                    new Change("join", "", "mlp", List.of("e")),
                    new Change("architecture", "mlp", "cnn", ALL.subList(0, 4)))))
        .contains(
            "after round 7: topology: ring -> complete; localSteps: 1 -> 2; join: mlp, e;"
                + " architecture: mlp -> cnn, 4 devices (shell)");
  }

  @Test
  void tellTheDip() {
    assertThat(
            EventMessages.of(
                rewired(0.9, new Change("architecture", "mlp", "cnn", ALL.subList(0, 2)))))
        .contains("after round 7: architecture: mlp -> cnn, a, b (shell)  accuracy 0.90 -> 0.40");
  }

  private static Rewired rewired(double before, Change... changes) {
    List<DeviceDescription> devices =
        ALL.stream().map(id -> new DeviceDescription(id, "mlp", 1, 1)).toList();
    return new Rewired(
        7, "shell", List.of(changes), Map.of(), devices, List.of(), before, before - 0.5, 1);
  }
}
