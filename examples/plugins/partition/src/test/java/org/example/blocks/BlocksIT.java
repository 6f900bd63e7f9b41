package org.example.blocks;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.partition.Partition;
import org.limbeck.testkit.PartitionContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the partition that a framework makes from the bundle. */
class BlocksIT extends PartitionContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected Partition partition() {
    return FRAMEWORK.plugin(Partition.class, "blocks", Map.of("perDevice", 3));
  }
}
