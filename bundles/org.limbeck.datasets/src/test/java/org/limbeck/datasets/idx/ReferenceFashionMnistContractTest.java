package org.limbeck.datasets.idx;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.referencedata.ReferenceDataset;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.ReferenceImages;
import org.limbeck.testkit.ReferenceDatasetContract;

class ReferenceFashionMnistContractTest extends ReferenceDatasetContract {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    IdxFixture.likeMnist(folder, 100, 30);
  }

  @Override
  protected ReferenceDataset dataset() {
    return reference(20, new ImageTransform(0, 0, false));
  }

  @Override
  protected List<ReferenceDataset> others() {
    return List.of(
        reference(19, new ImageTransform(0, 0, false)),
        reference(20, new ImageTransform(3, 2, false)),
        reference(5, new ImageTransform(0, 0, false), 0, 1, 2, 3, 4));
  }

  @Override
  protected float largest() {
    return 1;
  }

  private ReferenceDataset reference(int rows, ImageTransform fit, int... classes) {
    return new ReferenceFashionMnist(
        IdxSource.likeMnist(folder), new ReferenceImages(rows, classes, fit));
  }
}
