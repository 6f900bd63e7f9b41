package org.limbeck.datasets.synthetic;

import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.testkit.ReferenceDatasetContract;

class ReferenceSyntheticContractTest extends ReferenceDatasetContract {
  private static final Shape SHAPE = new Shape(9, 7, 1);

  @Override
  protected ReferenceDataset dataset() {
    return new ReferenceSynthetic(SHAPE, 5, 60, 3);
  }

  @Override
  protected List<ReferenceDataset> others() {
    return List.of(
        new ReferenceSynthetic(SHAPE, 5, 59, 3),
        new ReferenceSynthetic(SHAPE, 5, 60, 4),
        new ReferenceSynthetic(new Shape(7, 9, 1), 5, 60, 3));
  }

  @Override
  protected float largest() {
    return 1;
  }
}
