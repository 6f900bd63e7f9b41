package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.architecture.Model;

/** The part of the {@link ArchitectureContract} about predicting. */
abstract class PredictionTests extends ModelTests {
  private static final int MANY = 300;

  PredictionTests(ArchitectureContract contract) {
    super(contract);
  }

  @Test
  void decisionsAreOnTheSimplex() {
    Model model = trained(1);
    for (int rows : new int[] {1, 2, 33, MANY}) {
      assertOnSimplex(decisions(model, probes(rows)));
    }
  }

  @Test
  void decisionsOnExtremeInputsAreOnTheSimplex() {
    Block inputs = probes(6);
    for (int i = 0; i < inputs.values().length; i++) {
      inputs.values()[i] *= 1000;
    }
    assertOnSimplex(decisions(trained(1), inputs));
  }

  @Test
  void decisionsTakeOverTheRowsAndTheirIds() {
    Model model = model();
    Block decisions = new Block(MANY, classes);
    for (int rows : new int[] {5, MANY, 0, 1}) {
      Block inputs = probes(rows);
      for (int row = 0; row < rows; row++) {
        inputs.ids()[row] = 3 * row + 1;
      }
      model.predict(inputs, decisions);
      assertThat(decisions.rows()).isEqualTo(rows);
      assertThat(Blocks.ids(decisions)).isEqualTo(Blocks.ids(inputs));
    }
  }

  @Test
  void predictingChangesNothing() {
    Model model = trained(1);
    byte[] state = States.save(model);
    float[] decisions = decisions(model);
    decisions(model, probes(MANY));
    assertThat(decisions(model)).as("predicted again").isEqualTo(decisions);
    assertThat(States.save(model)).as("the state after predicting").isEqualTo(state);
  }

  @Test
  void aRowDoesNotDependOnTheOthers() {
    Model model = trained(1);
    Block together = probes(MANY);
    float[] decisions = decisions(model, together);
    for (int row : new int[] {0, 1, MANY / 2, MANY - 1}) {
      Block single = Blocks.of(new int[] {row}, features);
      System.arraycopy(together.values(), row * features, single.values(), 0, features);
      float[] alone = decisions(model, single);
      for (int k = 0; k < classes; k++) {
        assertThat(alone[k])
            .as("class %d of row %d alone, and among %d rows", k, row, MANY)
            .isCloseTo(decisions[row * classes + k], within(1e-5f));
      }
    }
  }

  @Test
  void predictingCountsOnlyTheRowsThatAreSet() {
    Model model = trained(1);
    Block inputs = probes(7);
    assertThat(decisions(model, Blocks.roomier(inputs))).isEqualTo(decisions(model, inputs));
  }

  @Test
  void predictingLeavesTheInputsAsTheyAre() {
    Block inputs = probes(7);
    Block before = Blocks.copy(inputs);
    decisions(model(), inputs);
    assertThat(inputs.values()).isEqualTo(before.values());
    assertThat(Blocks.ids(inputs)).isEqualTo(Blocks.ids(before));
  }

  private void assertOnSimplex(float[] decisions) {
    for (int row = 0; row < decisions.length / classes; row++) {
      float sum = 0;
      for (int k = 0; k < classes; k++) {
        float decision = decisions[row * classes + k];
        assertThat(decision).as("class %d of row %d", k, row).isFinite().isNotNegative();
        sum += decision;
      }
      assertThat(sum).as("sum of row %d", row).isCloseTo(1, within(1e-5f));
    }
  }
}
