package org.limbeck.datasets.rows;

/**
 * Which images of a source are for reference, and how they are fitted to the private ones.
 *
 * @param rows how many
 * @param classes the classes to take them from; none means all
 * @param fit how they are fitted
 */
public record ReferenceImages(int rows, int[] classes, ImageTransform fit) {

  /**
   * Chooses among the training images of a source.
   *
   * @throws IllegalArgumentException if there are too few
   */
  public ImageTable of(ImageTable training) {
    return fit.apply(training.pick(new DataSplit(training).reference(rows, classes)));
  }
}
