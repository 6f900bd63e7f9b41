package org.example.thirdparty;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class PlainMeanContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new PlainMean();
  }
}
