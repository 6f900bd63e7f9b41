package org.example.metered;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.transport.Transport;
import org.limbeck.testkit.TransportContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the transport that a framework makes from the bundle. */
class MeteredIT extends TransportContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Transport transport() {
    return FRAMEWORK.plugin(Transport.class, "metered", Map.of("allowance", 10_000_000L));
  }
}
