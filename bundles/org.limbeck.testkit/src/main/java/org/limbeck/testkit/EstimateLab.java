package org.limbeck.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.topology.Graph;

/** Opens estimates of the rule under test, and exchanges what they publish. */
final class EstimateLab {
  static final int ROWS = 12;
  static final int CLASSES = 4;
  static final int[] BATCH = {7, 2, 9};

  private final SplittableRandom random = new SplittableRandom(1);
  private final AggregationRuleContract contract;

  EstimateLab(AggregationRuleContract contract) {
    this.contract = contract;
  }

  SplittableRandom random() {
    return random;
  }

  AggregationRule rule() {
    return contract.rule();
  }

  Estimate open() {
    return rule().open(ROWS, CLASSES);
  }

  ConsensusSimulation network(Graph graph) {
    return new ConsensusSimulation(rule(), graph, ROWS, CLASSES);
  }

  Estimate exchanged() {
    Estimate estimate = open();
    for (int round = 0; round < 2; round++) {
      estimate.inject(decisions(BATCH));
      mix(estimate, BATCH);
    }
    return estimate;
  }

  void mix(Estimate estimate, int[] rows) {
    estimate.mix(
        published(estimate, rows),
        List.of(new Peer("b", 0.25f, decisions(rows)), new Peer("c", 0.25f, decisions(rows))),
        1);
  }

  Block decisions(int[] rows) {
    return Blocks.decisions(rows, CLASSES, random);
  }

  static Block published(Estimate estimate, int[] rows) {
    Block out = Blocks.of(rows, CLASSES);
    estimate.publish(out);
    return out;
  }

  static List<Integer> readable(Estimate estimate) {
    return Arrays.stream(Blocks.range(0, ROWS))
        .filter(row -> estimate.read(row, new float[CLASSES], 0))
        .boxed()
        .toList();
  }

  static float[][] values(Estimate estimate) {
    float[][] values = new float[ROWS][CLASSES];
    for (int row = 0; row < ROWS; row++) {
      estimate.read(row, values[row], 0);
    }
    return values;
  }
}
