package org.example.neighbours;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.architecture.Architecture;
import org.limbeck.testkit.ArchitectureContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the architecture that a framework makes from the bundle. */
class NearestNeighboursIT extends ArchitectureContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Architecture architecture() {
    return FRAMEWORK.plugin(Architecture.class, "remembered-neighbours", Map.of("neighbours", 3));
  }
}
