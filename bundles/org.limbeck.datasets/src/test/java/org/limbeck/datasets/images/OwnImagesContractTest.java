package org.limbeck.datasets.images;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.privatedata.PrivateDataset;
import org.limbeck.datasets.rows.ClassNames;
import org.limbeck.datasets.rows.ImageDatasetContract;
import org.limbeck.datasets.rows.ImageTransform;

class OwnImagesContractTest extends ImageDatasetContract {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    for (int i = 0; i < 20; i++) {
      String name = (i % 2 == 0 ? "cats/" : "dogs/") + i + ".png";
      ImageFiles.write(folder.resolve("own").resolve(name), 2, 3, i * 0x050301);
      ImageFiles.write(folder.resolve("test").resolve(name), 2, 3, i * 0x050301 + 1);
    }
  }

  @Override
  protected PrivateDataset dataset() {
    ClassNames classes = new ClassNames(List.of("birds", "cats", "dogs"));
    return new OwnImages(
        new OwnImageSource(new ImageTransform(3, 2, false), classes),
        folder.resolve("own").toString(),
        folder.resolve("test").toString());
  }

  @Override
  protected List<float[]> rawRowsOutOfRange() {
    float[] bright = new float[18];
    bright[17] = 256;
    return List.of(bright);
  }
}
