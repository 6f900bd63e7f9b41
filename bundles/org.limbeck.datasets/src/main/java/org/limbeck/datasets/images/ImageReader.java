package org.limbeck.datasets.images;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;

/** Collects images of equal size from files. Used by one thread. */
final class ImageReader {
  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final ImageTransform fit;
  private final MemoryShare memory;
  private final ImageDecoder decoder;
  private final List<byte[]> values = new ArrayList<>();
  private final List<Integer> labels = new ArrayList<>();
  private Shape shape;
  private long bytes;

  /** Makes a reader that fits each image, and wants all of them to be of the size of the first. */
  ImageReader(ImageTransform fit) {
    this(fit, null);
  }

  /** Makes a reader that fits each image, and wants all of them to be of a shape. */
  ImageReader(ImageTransform fit, Shape shape) {
    this(fit, shape, new MemoryShare(Math.min(MemoryShare.ofHeap().bytes(), LONGEST_ARRAY)));
  }

  /**
   * Makes a reader as {@link #ImageReader(ImageTransform, Shape)} does.
   *
   * @param memory what each image may take while it is read, and all of them after
   */
  ImageReader(ImageTransform fit, Shape shape, MemoryShare memory) {
    this.fit = fit;
    this.shape = shape;
    this.memory = memory;
    this.decoder = new ImageDecoder(memory);
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it holds no image, or one of another size than the others
   */
  void add(Path file, int label) {
    ImageTable image = fit.apply(decoder.decode(file));
    if (shape != null && !shape.equals(image.shape())) {
      throw new IllegalArgumentException(
          file
              + " is "
              + image.shape()
              + ", and others are "
              + shape
              + ": give height and width, or greyscale, to fit them");
    }
    shape = image.shape();
    bytes += image.values().length;
    memory.require(file + ": what the images up to here hold", bytes);
    values.add(image.values());
    labels.add(label);
  }

  /**
   * Returns all images.
   *
   * @throws IllegalArgumentException if there are none, and no shape was given
   */
  ImageTable images() {
    if (shape == null) {
      throw new IllegalArgumentException("there are no images");
    }
    byte[] joined = new byte[Math.toIntExact(bytes)];
    int at = 0;
    for (byte[] image : values) {
      System.arraycopy(image, 0, joined, at, image.length);
      at += image.length;
    }
    return new ImageTable(
        shape, joined, labels.stream().mapToInt(Integer::intValue).toArray(), fit);
  }
}
