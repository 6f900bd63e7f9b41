package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class TrackingMeanContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new TrackingMean();
  }
}
