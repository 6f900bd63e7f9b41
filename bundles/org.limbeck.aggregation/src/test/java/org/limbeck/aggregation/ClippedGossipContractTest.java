package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class ClippedGossipContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new ClippedGossip(0, 1);
  }
}
