package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class TrimmedMeanContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new TrimmedMean(1);
  }
}
