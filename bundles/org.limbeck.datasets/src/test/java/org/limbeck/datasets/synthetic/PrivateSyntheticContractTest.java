package org.limbeck.datasets.synthetic;

import org.limbeck.api.Shape;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.testkit.PrivateDatasetContract;

class PrivateSyntheticContractTest extends PrivateDatasetContract {

  @Override
  protected PrivateDataset dataset() {
    return new PrivateSynthetic(new Shape(9, 7, 1), 5, 103, 51, 3);
  }

  @Override
  protected float largest() {
    return 1;
  }
}
