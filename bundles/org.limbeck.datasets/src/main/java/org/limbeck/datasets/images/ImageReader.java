package org.limbeck.datasets.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.limbeck.api.Shape;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;

/** Collects images of equal size from files. Used by one thread. */
final class ImageReader {
  private static final int COLOURS = 3;

  private final ImageTransform fit;
  private final ByteArrayOutputStream values = new ByteArrayOutputStream();
  private final List<Integer> labels = new ArrayList<>();
  private Shape shape;

  /** Makes a reader that fits each image, and wants all of them to be of the size of the first. */
  ImageReader(ImageTransform fit) {
    this(fit, null);
  }

  /** Makes a reader that fits each image, and wants all of them to be of a shape. */
  ImageReader(ImageTransform fit, Shape shape) {
    this.fit = fit;
    this.shape = shape;
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it holds no image, or one of another size than the others
   */
  void add(Path file, int label) {
    ImageTable image = fit.apply(decode(file));
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
    values.writeBytes(image.values());
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
    return new ImageTable(
        shape, values.toByteArray(), labels.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Decodes a file to grey, or to red, green and blue. */
  private static ImageTable decode(Path file) {
    BufferedImage image;
    try {
      image = ImageIO.read(file.toFile());
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
    if (image == null) {
      throw new IllegalArgumentException(
          file + ": no image that Java can read, such as PNG or JPEG");
    }
    return image.getType() == BufferedImage.TYPE_BYTE_GRAY ? grey(image) : coloured(image);
  }

  /** Takes the samples as they are: Java takes grey for linear, and would make it brighter. */
  private static ImageTable grey(BufferedImage image) {
    Shape shape = new Shape(image.getHeight(), image.getWidth(), 1);
    int[] samples =
        image.getRaster().getSamples(0, 0, shape.width(), shape.height(), 0, (int[]) null);
    byte[] values = new byte[samples.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) samples[i];
    }
    return new ImageTable(shape, values, new int[1]);
  }

  private static ImageTable coloured(BufferedImage image) {
    Shape shape = new Shape(image.getHeight(), image.getWidth(), COLOURS);
    byte[] values = new byte[shape.features()];
    int to = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        values[to++] = (byte) (rgb >> 16);
        values[to++] = (byte) (rgb >> 8);
        values[to++] = (byte) rgb;
      }
    }
    return new ImageTable(shape, values, new int[1]);
  }
}
