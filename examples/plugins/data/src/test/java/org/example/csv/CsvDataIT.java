package org.example.csv;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.PrivateDatasetContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the dataset that a framework makes from the bundle. */
class CsvDataIT extends PrivateDatasetContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected PrivateDataset dataset() {
    return FRAMEWORK.plugin(PrivateDataset.class, "numbers", Map.of("file", "points.csv"));
  }
}
