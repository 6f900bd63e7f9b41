package org.limbeck.aggregation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.limbeck.aggregation.RuleTargets.mixed;
import static org.limbeck.aggregation.RuleTargets.peer;
import static org.limbeck.aggregation.RuleTargets.row;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;

/** Arithmetic by hand, in values that floats represent exactly. */
class NeighbourMeanTest {
  private static final NeighbourMean RULE = new NeighbourMean();

  @Test
  void weighsTheNeighboursAndLeavesTheRestToTheDeviceItself() {
    assertThat(
            mixed(RULE, row(1, 0), List.of(peer("a", 0.25f, 0, 1), peer("b", 0.125f, 0.5f, 0.5f))))
        .containsExactly(0.6875f, 0.3125f);
  }

  @Test
  void givesTheWeightOfANeighbourThatHasSentNothingToTheDeviceItself() {
    assertThat(mixed(RULE, row(1, 0), List.of(peer("a", 0.25f, 0, 1), peer("b", 0.5f, 0, 0))))
        .containsExactly(0.75f, 0.25f);
  }

  @Test
  void doesNotTrack() {
    assertThat(RULE.conservesSum()).isFalse();
    Estimate estimate = RULE.open(1, 2);
    for (int round = 0; round < 2; round++) {
      estimate.inject(block(0, 1, 0));
      Block published = block(0, 9, 9);
      estimate.publish(published);
      assertThat(published.values()).as("its own decisions, always").containsExactly(1, 0);
      estimate.mix(published, List.of(peer("a", 0.5f, 0, 1)), 1);
    }
  }

  @Test
  void refusesToMixWhatWasNotInjected() {
    Estimate estimate = RULE.open(3, 2);
    estimate.inject(block(1, 1, 0));
    assertThatIllegalStateException()
        .isThrownBy(() -> estimate.mix(block(2, 1, 0), List.of(), 1))
        .withMessageContaining("row 2");
  }

  private static Block block(int id, float... values) {
    Block block = new Block(1, 2);
    block.rows(1);
    block.ids()[0] = id;
    System.arraycopy(values, 0, block.values(), 0, 2);
    return block;
  }
}
