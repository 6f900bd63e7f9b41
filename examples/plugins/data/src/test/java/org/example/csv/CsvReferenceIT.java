package org.example.csv;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.ReferenceDatasetContract;
import org.limbeck.testkit.framework.PluginFramework;

/** The same contract, with the dataset that a framework makes from the bundle. */
class CsvReferenceIT extends ReferenceDatasetContract {
  @RegisterExtension static final PluginFramework FRAMEWORK = new PluginFramework();

  @Override
  protected ReferenceDataset dataset() {
    return FRAMEWORK.plugin(ReferenceDataset.class, "numbers", Map.of("file", "unlabelled.csv"));
  }
}
