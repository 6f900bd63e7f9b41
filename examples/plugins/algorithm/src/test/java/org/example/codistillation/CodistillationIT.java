package org.example.codistillation;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.algorithm.Algorithm;
import org.limbeck.testkit.AlgorithmContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the algorithm that a framework makes from the bundle. */
class CodistillationIT extends AlgorithmContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Algorithm algorithm() {
    return FRAMEWORK.plugin(
        Algorithm.class, "codistillation", Map.of("burnIn", 4, "referenceBatch", 10));
  }
}
