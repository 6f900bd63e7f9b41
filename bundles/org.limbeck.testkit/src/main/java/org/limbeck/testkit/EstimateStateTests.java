package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** The part of the {@link AggregationRuleContract} about the state of an estimate. */
abstract class EstimateStateTests extends EstimateTests {

  EstimateStateTests(AggregationRuleContract contract) {
    super(contract);
  }

  @Test
  void goesOnFromASavedStateAsIfNothingHadHappened() {
    Estimate original = exchanged();
    Estimate restored = States.restore(open(), States.save(original));
    int[] rows = {9, 0, 4};
    Block decisions = decisions(rows);
    Block neighbour = decisions(rows);
    for (Estimate estimate : List.of(original, restored)) {
      estimate.inject(decisions);
      estimate.mix(
          published(estimate, rows), List.of(new Peer("b", 0.3f, Blocks.copy(neighbour))), 1);
    }
    assertThat(readable(restored)).isEqualTo(readable(original));
    assertThat(values(restored)).isDeepEqualTo(values(original));
  }

  @Test
  void restoringReplacesTheWholeState() {
    Estimate used = exchanged();
    States.restore(used, States.save(open()));
    assertThat(readable(used)).isEmpty();
  }

  @Test
  void savingChangesNothing() {
    Estimate estimate = exchanged();
    byte[] first = States.save(estimate);
    assertThat(States.save(estimate)).isEqualTo(first);
    States.assertReportsAFullDisk(estimate);
  }

  @Test
  void restoringReadsExactlyWhatWasSaved() throws IOException {
    States.assertReadsExactlyItsOwn(this::open, States.save(exchanged()));
  }

  @Test
  void refusesAStateThatEndsEarly() {
    States.assertRefusesTruncated(this::open, States.save(exchanged()));
  }

  @Test
  void refusesAStateOfAnotherSize() {
    AggregationRule rule = rule();
    States.assertRefusesForeign(this::open, States.save(rule.open(ROWS + 1, CLASSES)));
    States.assertRefusesForeign(this::open, States.save(rule.open(ROWS - 1, CLASSES)));
    States.assertRefusesForeign(this::open, States.save(rule.open(ROWS, CLASSES + 1)));
    States.assertRefusesForeign(this::open, States.save(rule.open(CLASSES, ROWS)));
  }
}
