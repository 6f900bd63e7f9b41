package org.limbeck.shell.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.event.Change;
import org.limbeck.shell.FakeRunControl;

class ChangeTextTest {

  @Test
  void tellsTheRoundAndWhatChanged() {
    Change change = new Change("topology", "ring", "small-world {neighbours: 4}", List.of());

    assertThat(ChangeText.outcome(FakeRunControl.rewired(change, Double.NaN, Double.NaN)))
        .isEqualTo("from round 137: topology ring -> small-world {neighbours: 4}");
  }

  @Test
  void tellsAccuracyWhereModelsWereReplaced() {
    Change change = new Change("architecture", "mlp", "softmax", List.of("device-1", "device-4"));

    assertThat(ChangeText.outcome(FakeRunControl.rewired(change, 0.941, 0.875)))
        .isEqualTo(
            """
            from round 137: architecture mlp -> softmax (device-1, device-4)
            accuracy of the replaced models 94.1 % -> 87.5 %\
            """);
  }

  @Test
  void tablesAllChanges() {
    Change join = new Change("join", "", "softmax", List.of("device-9"));
    Change leave = new Change("leave", "mlp", "", List.of("device-3"));

    assertThat(
            ChangeText.table(
                List.of(
                    FakeRunControl.rewired(join, Double.NaN, Double.NaN),
                    FakeRunControl.rewired(leave, 0.5, 0.25))))
        .isEqualTo(
            """
            round  by     change                   accuracy           took
              137  shell  join softmax (device-9)                    45 ms
              137  shell  leave mlp (device-3)     50.0 % -> 25.0 %  45 ms\
            """);
  }

  @Test
  void saysThatNothingChanged() {
    assertThat(ChangeText.table(List.of())).isEqualTo("nothing has been changed");
  }
}
