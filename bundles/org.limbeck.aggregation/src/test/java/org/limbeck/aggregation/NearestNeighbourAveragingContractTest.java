package org.limbeck.aggregation;

import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;

class NearestNeighbourAveragingContractTest extends AggregationRuleContract {

  @Override
  protected AggregationRule rule() {
    return new NearestNeighbourAveraging(1);
  }
}
