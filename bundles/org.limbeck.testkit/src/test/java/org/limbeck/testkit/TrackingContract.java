package org.limbeck.testkit;

import java.util.function.UnaryOperator;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.testkit.fixture.PlainTracking;

/** Tracking, with every estimate wrapped in another that does something else. */
abstract class TrackingContract extends AggregationRuleContract {
  @Override
  protected AggregationRule rule() {
    return rule(this::wrap, true);
  }

  Estimate wrap(Estimate estimate) {
    return estimate;
  }

  static AggregationRule rule(UnaryOperator<Estimate> wrapping, boolean conserves) {
    return new AggregationRule() {
      @Override
      public Estimate open(int rows, int classes) {
        return wrapping.apply(new PlainTracking().open(rows, classes));
      }

      @Override
      public boolean conservesSum() {
        return conserves;
      }
    };
  }
}
