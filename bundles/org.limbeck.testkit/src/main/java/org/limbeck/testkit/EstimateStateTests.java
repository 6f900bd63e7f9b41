package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.testkit.EstimateLab.CLASSES;
import static org.limbeck.testkit.EstimateLab.ROWS;
import static org.limbeck.testkit.EstimateLab.published;
import static org.limbeck.testkit.EstimateLab.readable;
import static org.limbeck.testkit.EstimateLab.values;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** The part of the {@link AggregationRuleContract} about the state of an estimate. */
interface EstimateStateTests extends EstimateTests {

  @Test
  default void goesOnFromASavedStateAsIfNothingHadHappened() {
    Estimate original = lab().exchanged();
    Estimate restored = StateChecks.restore(lab().open(), StateChecks.save(original));
    int[] rows = {9, 0, 4};
    Block decisions = lab().decisions(rows);
    Block neighbour = lab().decisions(rows);
    for (Estimate estimate : List.of(original, restored)) {
      estimate.inject(decisions);
      estimate.mix(
          published(estimate, rows), List.of(new Peer("b", 0.3f, Blocks.copy(neighbour))), 1);
    }
    assertThat(readable(restored)).isEqualTo(readable(original));
    assertThat(values(restored)).isDeepEqualTo(values(original));
  }

  @Test
  default void restoringReplacesTheWholeState() {
    Estimate used = lab().exchanged();
    StateChecks.restore(used, StateChecks.save(lab().open()));
    assertThat(readable(used)).isEmpty();
  }

  @Test
  default void savingChangesNothing() {
    Estimate estimate = lab().exchanged();
    byte[] first = StateChecks.save(estimate);
    assertThat(StateChecks.save(estimate)).isEqualTo(first);
    StateChecks.assertReportsAFullDisk(estimate);
  }

  @Test
  default void restoringReadsExactlyWhatWasSaved() throws IOException {
    StateChecks.assertReadsExactlyItsOwn(lab()::open, StateChecks.save(lab().exchanged()));
  }

  @Test
  default void refusesAStateThatEndsEarly() {
    StateChecks.assertRefusesTruncated(lab()::open, StateChecks.save(lab().exchanged()));
  }

  @Test
  default void refusesAStateOfAnotherSize() {
    AggregationRule rule = lab().rule();
    StateChecks.assertRefusesForeign(lab()::open, StateChecks.save(rule.open(ROWS + 1, CLASSES)));
    StateChecks.assertRefusesForeign(lab()::open, StateChecks.save(rule.open(ROWS - 1, CLASSES)));
    StateChecks.assertRefusesForeign(lab()::open, StateChecks.save(rule.open(ROWS, CLASSES + 1)));
    StateChecks.assertRefusesForeign(lab()::open, StateChecks.save(rule.open(CLASSES, ROWS)));
  }
}
