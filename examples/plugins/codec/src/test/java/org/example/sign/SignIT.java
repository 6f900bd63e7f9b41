package org.example.sign;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.codec.Codec;
import org.limbeck.testkit.CodecContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the codec that a framework makes from the bundle. */
class SignIT extends CodecContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Codec codec() {
    return FRAMEWORK.plugin(Codec.class, "sign", Map.of("gamma", 0.2f));
  }

  /** A value may come back as the mean magnitude of its row. */
  @Override
  protected float tolerance(float largest) {
    return largest;
  }
}
