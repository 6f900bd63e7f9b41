package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;

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
   * Writes the target of a row.
   *
   * @param all what they say, at least the device itself
   * @param into receives K values at {@code offset}
   */
  abstract void combine(NeighbourDecisions all, float[] into, int offset);
}
