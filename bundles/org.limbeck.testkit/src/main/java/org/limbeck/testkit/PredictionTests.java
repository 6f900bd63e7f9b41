package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.limbeck.testkit.ModelLab.MANY_ROWS;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about predicting. */
interface PredictionTests extends ModelTests {

  @Test
  default void decisionsAreOnTheSimplex() {
    Model model = lab().trained(1);
    for (int rows : new int[] {1, 2, 33, MANY_ROWS}) {
      assertOnSimplex(lab().decisions(model, lab().probes(rows)));
    }
  }

  @Test
  default void decisionsOnExtremeInputsAreOnTheSimplex() {
    Block inputs = lab().probes(6);
    for (int i = 0; i < inputs.values().length; i++) {
      inputs.values()[i] *= 1000;
    }
    assertOnSimplex(lab().decisions(lab().trained(1), inputs));
  }

  @Test
  default void decisionsTakeOverTheRowsAndTheirIds() {
    Model model = lab().model();
    Block decisions = new Block(MANY_ROWS, lab().classes());
    for (int rows : new int[] {5, MANY_ROWS, 0, 1}) {
      Block inputs = lab().probes(rows);
      for (int row = 0; row < rows; row++) {
        inputs.ids()[row] = 3 * row + 1;
      }
      model.predict(inputs, decisions);
      assertThat(decisions.rows()).isEqualTo(rows);
      assertThat(Blocks.ids(decisions)).isEqualTo(Blocks.ids(inputs));
    }
  }

  @Test
  default void predictingChangesNothing() {
    Model model = lab().trained(1);
    byte[] state = StateChecks.save(model);
    float[] decisions = lab().decisions(model);
    lab().decisions(model, lab().probes(MANY_ROWS));
    assertThat(lab().decisions(model)).as("predicted again").isEqualTo(decisions);
    assertThat(StateChecks.save(model)).as("the state after predicting").isEqualTo(state);
  }

  @Test
  default void aRowDoesNotDependOnTheOthers() {
    Model model = lab().trained(1);
    Block together = lab().probes(MANY_ROWS);
    float[] decisions = lab().decisions(model, together);
    for (int row : new int[] {0, 1, MANY_ROWS / 2, MANY_ROWS - 1}) {
      Block single = Blocks.of(new int[] {row}, lab().features());
      System.arraycopy(
          together.values(), row * lab().features(), single.values(), 0, lab().features());
      float[] alone = lab().decisions(model, single);
      for (int k = 0; k < lab().classes(); k++) {
        assertThat(alone[k])
            .as("class %d of row %d alone, and among %d rows", k, row, MANY_ROWS)
            .isCloseTo(decisions[row * lab().classes() + k], within(1e-5f));
      }
    }
  }

  @Test
  default void predictingCountsOnlyTheRowsThatAreSet() {
    Model model = lab().trained(1);
    Block inputs = lab().probes(7);
    assertThat(lab().decisions(model, Blocks.roomier(inputs)))
        .isEqualTo(lab().decisions(model, inputs));
  }

  @Test
  default void predictingLeavesTheInputsAsTheyAre() {
    Block inputs = lab().probes(7);
    Block before = Blocks.copy(inputs);
    lab().decisions(lab().model(), inputs);
    assertThat(inputs.values()).isEqualTo(before.values());
    assertThat(Blocks.ids(inputs)).isEqualTo(Blocks.ids(before));
  }

  private void assertOnSimplex(float[] decisions) {
    for (int row = 0; row < decisions.length / lab().classes(); row++) {
      float sum = 0;
      for (int k = 0; k < lab().classes(); k++) {
        float decision = decisions[row * lab().classes() + k];
        assertThat(decision).as("class %d of row %d", k, row).isFinite().isNotNegative();
        sum += decision;
      }
      assertThat(sum).as("sum of row %d", row).isCloseTo(1, within(1e-5f));
    }
  }
}
