package org.limbeck.testkit;

import org.junit.jupiter.api.BeforeEach;
import org.limbeck.api.aggregation.AggregationRule;

/**
 * What every {@link AggregationRule} and its estimates promise. What only holds for rules that keep
 * the sum is skipped for others.
 */
public abstract class AggregationRuleContract
    implements ExchangeTests, ConsensusTests, EstimateStateTests {
  private EstimateLab lab;

  /** Returns the aggregation rule under test. */
  protected abstract AggregationRule rule();

  @BeforeEach
  void openLab() {
    lab = new EstimateLab(this);
  }

  /** Returns what the parts of the contract share. */
  @Override
  public final EstimateLab lab() {
    return lab;
  }
}
