package org.limbeck.datasets.rows;

/**
 * Which images of a source are for reference, and how they are fitted to the private ones.
 *
 * @param rows how many
 * @param classes the classes to take them from; none means all
 * @param fit how they are fitted
 */
public record ReferenceImages(int rows, int[] classes, ImageTransform fit) {

  /** Fits them to a size, 0 for as they are, and makes them grey if need be. */
  public ReferenceImages(int rows, int[] classes, int height, int width, boolean greyscale) {
    this(rows, classes, new ImageTransform(height, width, greyscale));
  }

  /**
   * Chooses among the training images of a source.
   *
   * @throws IllegalArgumentException if there are too few
   */
  public ImageTable of(ImageTable training) {
    return fit.apply(training.pick(new DataSplit(training).reference(rows, classes)));
  }
}
