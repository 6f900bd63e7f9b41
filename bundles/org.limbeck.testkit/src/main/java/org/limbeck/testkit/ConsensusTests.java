package org.limbeck.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.limbeck.testkit.EstimateLab.BATCH;
import static org.limbeck.testkit.EstimateLab.CLASSES;
import static org.limbeck.testkit.EstimateLab.ROWS;
import static org.limbeck.testkit.EstimateLab.published;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.testkit.fixture.Graphs;

/** The part of the {@link AggregationRuleContract} about what devices come to agree on. */
interface ConsensusTests extends EstimateTests {

  @Test
  default void aDeviceAloneReadsItsOwnDecisions() {
    Estimate estimate = lab().open();
    Block decisions = lab().decisions(BATCH);
    for (int round = 0; round < 3; round++) {
      decisions = lab().decisions(BATCH);
      estimate.inject(decisions);
      estimate.mix(published(estimate, BATCH), List.of(), 1);
    }
    assertReads(estimate, decisions, 1e-5f);
  }

  @Test
  default void devicesThatAgreeReadWhatTheyAgreeOn() {
    ConsensusSimulation network = lab().network(Graphs.ring(6));
    Block decisions = lab().decisions(BATCH);
    for (int round = 0; round < 5; round++) {
      network.round(device -> decisions, BATCH, 1);
    }
    for (Estimate estimate : network.estimates()) {
      assertReads(estimate, decisions, 1e-5f);
    }
  }

  @Test
  default void keepsTheSumIfItSaysSo() {
    assumeTrue(lab().rule().conservesSum(), "the rule does not promise to keep the sum");
    SplittableRandom random = lab().random();
    for (int trial = 0; trial < 20; trial++) {
      int devices = 2 + random.nextInt(9);
      ConsensusSimulation network = lab().network(Graphs.connected(devices, random));
      BitSet seen = new BitSet();
      for (int round = 0; round < 12; round++) {
        int[] batch = random.ints(0, ROWS).distinct().limit(1 + random.nextInt(ROWS)).toArray();
        network.round(device -> lab().decisions(batch), batch, trial % 2 == 0 ? 1 : 0.4f);
        Arrays.stream(batch).forEach(seen::set);
        int[] rows = seen.stream().toArray();
        assertThat(network.sumOfEstimates(rows))
            .as("Σ z over %d devices after round %d, against Σ ŝ", devices, round)
            .containsExactly(network.sumOfDecisions(rows), within(1e-4f));
      }
    }
  }

  @Test
  default void takesWhoLeavesOutOfTheSumIfItKeepsIt() {
    assumeTrue(lab().rule().conservesSum(), "the rule does not promise to keep the sum");
    for (int trial = 0; trial < 20; trial++) {
      int devices = 3 + lab().random().nextInt(6);
      ConsensusSimulation network = lab().network(Graphs.connected(devices, lab().random()));
      for (int round = 0; round < 6; round++) {
        network.round(device -> lab().decisions(BATCH), BATCH, 1);
      }
      network.leave(lab().random().nextInt(devices));
      assertThat(network.sumOfEstimates(BATCH))
          .as("Σ z over those of %d devices who stay, against Σ ŝ", devices)
          .containsExactly(network.sumOfDecisions(BATCH), within(1e-4f));
    }
  }

  @Test
  default void findsTheMeanIfItKeepsTheSum() {
    assumeTrue(lab().rule().conservesSum(), "the rule does not promise to keep the sum");
    ConsensusSimulation network = lab().network(Graphs.ring(6));
    network.round(device -> lab().decisions(BATCH), BATCH, 1);
    float[] sum = network.sumOfDecisions(BATCH);
    for (int round = 0; round < 100; round++) {
      network.round(device -> network.lastDecisions(device, BATCH), BATCH, 1);
    }
    Block mean = Blocks.of(BATCH, CLASSES);
    for (int i = 0; i < sum.length; i++) {
      mean.values()[i] = sum[i] / 6;
    }
    for (Estimate estimate : network.estimates()) {
      assertReads(estimate, mean, 1e-4f);
    }
  }

  private static void assertReads(Estimate estimate, Block expected, float precision) {
    Block actual = Blocks.copy(expected);
    for (int row = 0; row < expected.rows(); row++) {
      assertThat(estimate.read(expected.ids()[row], actual.values(), row * CLASSES)).isTrue();
    }
    assertThat(actual.values()).containsExactly(expected.values(), within(precision));
  }
}
