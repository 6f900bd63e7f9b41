package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.datasets.catalog.DataFolders;
import org.limbeck.datasets.catalog.KnownDataset;
import org.limbeck.datasets.rows.ImageSource;
import org.limbeck.datasets.rows.ImageTable;

/**
 * Images in IDX files.
 *
 * @param trainingFiles those to train on
 * @param testFiles those to test on
 * @param firstLabel the label of class 0
 * @param classes the number of classes
 */
record IdxSource(IdxFiles trainingFiles, IdxFiles testFiles, int firstLabel, int classes)
    implements ImageSource {
  private static final int TEN = 10;

  /**
   * Finds a well-known dataset whose files are as those of MNIST.
   *
   * @param path the folder of its files; if empty, the folders of this machine are searched
   * @throws IllegalArgumentException if they are not there
   */
  static IdxSource find(KnownDataset dataset, String path) {
    return likeMnist(DataFolders.ofThisMachine().require(dataset, path));
  }

  /** Returns the source in a folder whose files are named as those of MNIST, of ten classes. */
  static IdxSource likeMnist(Path folder) {
    return new IdxSource(
        IdxFiles.in(folder, "train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
        IdxFiles.in(folder, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
        0,
        TEN);
  }

  @Override
  public ImageTable training() {
    return trainingFiles.read(firstLabel, classes);
  }

  @Override
  public ImageTable test() {
    return testFiles.read(firstLabel, classes);
  }
}
