package org.limbeck.datasets.idx;

import java.nio.file.Path;
import java.util.Locale;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.rows.ImageTable;

/**
 * A file of images and one of their labels.
 *
 * @param images 2 dimensions (rows of features), 3 (rows, height, width) or 4 (and channels)
 * @param labels as many
 */
record IdxFiles(Path images, Path labels) {

  /** Returns files of a folder by their names, plain or compressed. */
  static IdxFiles in(Path folder, String images, String labels) {
    return new IdxFiles(file(folder, images), file(folder, labels));
  }

  /**
   * Reads both.
   *
   * @param firstLabel the label of class 0
   * @param classes the number of classes; labels must be among them
   * @throws IllegalArgumentException if they cannot be read or do not belong together
   */
  ImageTable read(int firstLabel, int classes) {
    IdxArray pixels = IdxArray.read(images);
    IdxArray classOf = IdxArray.read(labels);
    if (classOf.sizes().length != 1) {
      throw new IllegalArgumentException(
          labels + ": labels have 1 dimension, not " + classOf.sizes().length);
    }
    if (classOf.sizes()[0] != pixels.sizes()[0]) {
      throw new IllegalArgumentException(
          images
              + " holds "
              + pixels.sizes()[0]
              + " images, and "
              + labels
              + " "
              + classOf.sizes()[0]
              + " labels");
    }
    MemoryShare.ofHeap()
        .require(labels + ": what it holds", (long) Integer.BYTES * classOf.values().length);
    return new ImageTable(
        shape(pixels.sizes()), pixels.values(), classes(classOf, firstLabel, classes));
  }

  private Shape shape(int[] sizes) {
    try {
      return countable(
          switch (sizes.length) {
            case 2 -> new Shape(1, 1, sizes[1]);
            case 3 -> new Shape(sizes[1], sizes[2], 1);
            case 4 -> new Shape(sizes[1], sizes[2], sizes[3]);
            default -> throw new IllegalArgumentException("images have 2 to 4 dimensions, not 1");
          });
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(images + ": " + e.getMessage(), e);
    }
  }

  /** Where there is no image, nothing else says that one would be too large. */
  private static Shape countable(Shape shape) {
    if ((double) shape.height() * shape.width() * shape.channels() > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "an image cannot have %d x %d x %d values",
              shape.height(),
              shape.width(),
              shape.channels()));
    }
    return shape;
  }

  private int[] classes(IdxArray classOf, int firstLabel, int classes) {
    int[] result = new int[classOf.values().length];
    for (int i = 0; i < result.length; i++) {
      int label = classOf.values()[i] & 0xff;
      result[i] = label - firstLabel;
      if (result[i] < 0 || result[i] >= classes) {
        throw new IllegalArgumentException(
            labels
                + ": label "
                + (i + 1)
                + " is "
                + label
                + ": labels go from "
                + firstLabel
                + " to "
                + (firstLabel + classes - 1));
      }
    }
    return result;
  }

  private static Path file(Path folder, String name) {
    return DataFiles.find(folder, name).orElse(folder.resolve(name));
  }
}
