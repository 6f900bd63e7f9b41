package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class CoordinateMedianContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new CoordinateMedian(1);
  }
}
