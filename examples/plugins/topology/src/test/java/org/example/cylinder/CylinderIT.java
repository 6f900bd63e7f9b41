package org.example.cylinder;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.topology.Topology;
import org.limbeck.testkit.TopologyContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the topology that a framework makes from the bundle. */
class CylinderIT extends TopologyContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Topology topology() {
    return FRAMEWORK.plugin(Topology.class, "cylinder", Map.of("rows", 2));
  }

  @Override
  protected boolean supports(int devices) {
    return devices % 2 == 0;
  }
}
