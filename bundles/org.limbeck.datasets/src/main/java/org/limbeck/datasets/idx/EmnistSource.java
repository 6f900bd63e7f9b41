package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.api.Shape;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import org.limbeck.datasets.catalog.KnownDatasets;
import org.limbeck.datasets.rows.ImageSource;
import org.limbeck.datasets.rows.ImageTable;

/**
 * A part of EMNIST. Its files hold images with rows and columns exchanged; here they stand upright,
 * as those of MNIST do.
 *
 * @param files the files as they are
 */
record EmnistSource(IdxSource files) implements ImageSource {

  static final String BALANCED = "balanced";
  static final String LETTERS = "letters";
  static final String DIGITS = "digits";

  /**
   * Finds a part.
   *
   * @param path the folder of its files; if empty, the folders of this machine are searched
   * @throws IllegalArgumentException if they are not there
   */
  static EmnistSource find(String path, String part) {
    KnownDataset files = KnownDatasets.emnist().only("emnist-" + part + "-");
    return in(DataFolders.ofThisMachine().require(files, path), part);
  }

  /** Returns a part: {@link #BALANCED}, {@link #LETTERS} or {@link #DIGITS}. */
  static EmnistSource in(Path folder, String part) {
    IdxFiles training = pair(folder, part, "train");
    IdxFiles test = pair(folder, part, "test");
    return new EmnistSource(
        switch (part) {
          case BALANCED -> new IdxSource(training, test, 0, 47);
          case LETTERS -> new IdxSource(training, test, 1, 26);
          case DIGITS -> new IdxSource(training, test, 0, 10);
          default -> throw new IllegalArgumentException("there is no part '" + part + "'");
        });
  }

  @Override
  public int classes() {
    return files.classes();
  }

  @Override
  public ImageTable training() {
    return upright(files.training());
  }

  @Override
  public ImageTable test() {
    return upright(files.test());
  }

  private static IdxFiles pair(Path folder, String part, String use) {
    String name = "emnist-" + part + "-" + use;
    return IdxFiles.in(folder, name + "-images-idx3-ubyte", name + "-labels-idx1-ubyte");
  }

  private static ImageTable upright(ImageTable images) {
    Shape shape = new Shape(images.shape().width(), images.shape().height(), 1);
    byte[] values = new byte[images.values().length];
    int to = 0;
    for (int row = 0; row < images.rows(); row++) {
      for (int y = 0; y < shape.height(); y++) {
        for (int x = 0; x < shape.width(); x++) {
          values[to++] = images.values()[row * shape.features() + x * shape.height() + y];
        }
      }
    }
    return new ImageTable(shape, values, images.labels());
  }
}
