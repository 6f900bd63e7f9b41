package org.limbeck.datasets.digits;

import java.util.List;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.ReferenceDatasetContract;

class ReferenceDigitsContractTest extends ReferenceDatasetContract {

  @Override
  protected ReferenceDataset dataset() {
    return new ReferenceDigits(600);
  }

  @Override
  protected List<ReferenceDataset> others() {
    return List.of(new ReferenceDigits(599), new ReferenceDigits(1));
  }

  @Override
  protected float largest() {
    return 1;
  }
}
