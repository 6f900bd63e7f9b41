package org.example.certainty;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.weighting.Weighting;
import org.limbeck.testkit.WeightingContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the weighting that a framework makes from the bundle. */
class CertaintyIT extends WeightingContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Weighting weighting() {
    return FRAMEWORK.plugin(Weighting.class, "by-certainty", Map.of("least", 0.3f));
  }
}
