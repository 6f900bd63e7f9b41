package org.limbeck.datasets.idx;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.datasets.rows.ImageDatasetContract;

class PrivateFashionMnistContractTest extends ImageDatasetContract {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    IdxFixture.likeMnist(folder, 100, 30);
  }

  @Override
  protected PrivateDataset dataset() {
    return new PrivateFashionMnist(IdxSource.likeMnist(folder), "test");
  }

  @Override
  protected List<float[]> rawRowsOutOfRange() {
    return List.of(
        new float[] {0, 0, 0, 0, 0, 255.5f},
        new float[] {-1, 0, 0, 0, 0, 0},
        new float[] {0, Float.NaN, 0, 0, 0, 0});
  }
}
