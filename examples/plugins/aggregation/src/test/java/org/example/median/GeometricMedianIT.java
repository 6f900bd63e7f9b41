package org.example.median;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.aggregation.AggregationRule;
import org.limbeck.testkit.AggregationRuleContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the rule that a framework makes from the bundle. */
class GeometricMedianIT extends AggregationRuleContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected AggregationRule rule() {
    return FRAMEWORK.plugin(AggregationRule.class, "spatial-median", Map.of("iterations", 100));
  }
}
