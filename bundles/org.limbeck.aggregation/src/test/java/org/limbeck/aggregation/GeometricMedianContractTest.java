package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class GeometricMedianContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new GeometricMedian(1, 32);
  }
}
