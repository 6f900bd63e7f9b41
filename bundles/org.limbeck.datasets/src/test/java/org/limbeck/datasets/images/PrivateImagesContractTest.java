package org.limbeck.datasets.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.datasets.rows.ImageDatasetContract;
import org.limbeck.datasets.rows.ImageTransform;

class PrivateImagesContractTest extends ImageDatasetContract {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (int i = 0; i < 40; i++) {
      String name = (i % 2 == 0 ? "cats/" : "dogs/") + i + ".png";
      ImageFiles.write(folder.resolve(name), 2, 3, i * 0x050301);
    }
  }

  @Override
  protected PrivateDataset dataset() {
    return new PrivateImages(folder, new ImageTransform(0, 0, false), "test");
  }

  @Override
  protected List<float[]> rawRowsOutOfRange() {
    float[] bright = new float[18];
    bright[17] = 256;
    return List.of(bright);
  }
}
