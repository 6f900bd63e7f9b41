package org.limbeck.datasets.idx;

import java.nio.file.Path;
import org.limbeck.datasets.rows.Images;
import org.limbeck.datasets.rows.Source;

/**
 * Images in IDX files.
 *
 * @param trainingFiles those to train on
 * @param testFiles those to test on
 * @param firstLabel the label of class 0
 * @param classes the number of classes
 */
record IdxSource(IdxPair trainingFiles, IdxPair testFiles, int firstLabel, int classes)
    implements Source {
  private static final int TEN = 10;

  /** Returns the source in a folder whose files are named as those of MNIST, of ten classes. */
  static IdxSource likeMnist(Path folder) {
    return new IdxSource(
        IdxPair.in(folder, "train-images-idx3-ubyte", "train-labels-idx1-ubyte"),
        IdxPair.in(folder, "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
        0,
        TEN);
  }

  @Override
  public Images training() {
    return trainingFiles.read(firstLabel, classes);
  }

  @Override
  public Images test() {
    return testFiles.read(firstLabel, classes);
  }
}
