package org.limbeck.aggregation;

import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;

/** A rule that combines afresh in every round what a device and its neighbours say of a row. */
abstract class FreshRule implements AggregationRule {

  @Override
  public Estimate open(int rows, int classes) {
    return new UntrackedEstimate(rows, classes, this);
  }

  @Override
  public boolean conservesSum() {
    return false;
  }

  /**
   * Returns the neighbours whose decisions are combined in the round, in ascending order.
   *
   * @param own the device's own public copy of the rows of the round
   * @param peers all neighbours
   */
  List<Peer> select(Block own, List<Peer> peers) {
    return peers;
  }

  /**
   * Writes the target of a row.
   *
   * @param all what they say, at least the device itself
   * @param into receives K values at {@code offset}
   */
  abstract void combine(NeighbourDecisions all, float[] into, int offset);
}
