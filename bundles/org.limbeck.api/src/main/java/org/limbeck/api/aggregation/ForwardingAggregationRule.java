package org.limbeck.api.aggregation;

import java.util.List;
import org.limbeck.api.topology.Graph;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A rule that passes every call on to another one, those of default methods too. What wraps one
 * extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingAggregationRule implements AggregationRule {
  private final AggregationRule rule;

  /** Forwards to another one. */
  protected ForwardingAggregationRule(AggregationRule rule) {
    this.rule = rule;
  }

  @Override
  public Estimate open(int rows, int classes) {
    return rule.open(rows, classes);
  }

  @Override
  public boolean conservesSum() {
    return rule.conservesSum();
  }

  @Override
  public boolean isLinear() {
    return rule.isLinear();
  }

  @Override
  public List<String> concerns(Graph graph) {
    return rule.concerns(graph);
  }
}
