package org.limbeck.aggregation;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** What a device makes of one row, of which it and its neighbours say something. */
final class RuleTargets {

  private RuleTargets() {}

  /** Returns the target, with equal weights. */
  static float[] target(AggregationRule rule, float[] own, List<float[]> neighbours) {
    List<Peer> peers = new ArrayList<>();
    for (float[] neighbour : neighbours) {
      float weight = 1f / (neighbours.size() + 1);
      peers.add(new Peer(String.format("peer-%03d", peers.size()), weight, block(neighbour)));
    }
    return mixed(rule, own, peers);
  }

  /** Returns the target, with the weights of the neighbours. */
  static float[] mixed(AggregationRule rule, float[] own, List<Peer> peers) {
    Estimate estimate = rule.open(1, own.length);
    estimate.inject(block(own));
    Block published = block(new float[own.length]);
    estimate.publish(published);
    estimate.mix(published, peers, 1);
    float[] target = new float[own.length];
    estimate.read(0, target, 0);
    return target;
  }

  static Peer peer(String id, float weight, float... values) {
    return new Peer(id, weight, block(values));
  }

  static float[] row(float... values) {
    return values;
  }

  private static Block block(float[] values) {
    Block block = new Block(1, values.length);
    block.rows(1);
    System.arraycopy(values, 0, block.values(), 0, values.length);
    return block;
  }
}
