package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class NeighbourMeanContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new NeighbourMean();
  }
}
