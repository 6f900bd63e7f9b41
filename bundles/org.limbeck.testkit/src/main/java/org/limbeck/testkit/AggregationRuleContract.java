package org.limbeck.testkit;

import org.junit.jupiter.api.Nested;
import org.limbeck.api.aggregation.AggregationRule;

/**
 * What every {@link AggregationRule} and its estimates promise. What only holds for rules that keep
 * the sum is skipped for others.
 */
public abstract class AggregationRuleContract {

  /** Returns the aggregation rule under test. */
  protected abstract AggregationRule rule();

  @Nested
  class Exchange extends ExchangeTests {
    Exchange() {
      super(AggregationRuleContract.this);
    }
  }

  @Nested
  class Agreement extends ConsensusTests {
    Agreement() {
      super(AggregationRuleContract.this);
    }
  }

  @Nested
  class State extends EstimateStateTests {
    State() {
      super(AggregationRuleContract.this);
    }
  }
}
