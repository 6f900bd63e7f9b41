package org.limbeck.datasets.images;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageInputStream;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;

/** Collects images of equal size from files. Used by one thread. */
final class ImageReader {
  private static final int COLOURS = 3;

  /** What a pixel takes: as the file has it, and as three bytes. */
  private static final long PIXEL_BYTES = 6;

  private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final ImageTransform fit;
  private final MemoryShare memory;
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
    return new ImageTable(shape, joined, labels.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Decodes a file to grey, or to red, green and blue. */
  private ImageTable decode(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(file + ": it cannot be read");
    }
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<javax.imageio.ImageReader> decoders = ImageIO.getImageReaders(in);
      if (!decoders.hasNext()) {
        throw new IllegalArgumentException(
            file + ": no image that Java can read, such as PNG or JPEG");
      }
      BufferedImage image = decode(file, decoders.next(), in);
      return image.getType() == BufferedImage.TYPE_BYTE_GRAY ? grey(image) : coloured(image);
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
  }

  private BufferedImage decode(Path file, javax.imageio.ImageReader decoder, ImageInputStream in)
      throws IOException {
    try {
      decoder.setInput(in, true, true);
      int width = decoded(file, () -> decoder.getWidth(0));
      int height = decoded(file, () -> decoder.getHeight(0));
      requireSize(file, width, height);
      return decoded(file, () -> decoder.read(0));
    } finally {
      decoder.dispose();
    }
  }

  /** Decodes a part of an image. */
  @FunctionalInterface
  private interface Decoding<T> {
    T run() throws IOException;
  }

  /** Decoders throw all sorts of exceptions where a file does not keep to its format. */
  private static <T> T decoded(Path file, Decoding<T> decoding) throws IOException {
    try {
      return decoding.run();
    } catch (RuntimeException e) {
      throw new IllegalArgumentException(file + ": the image is damaged: " + e, e);
    }
  }

  /** Refuses an image by what its header says, before there is room for its pixels. */
  private void requireSize(Path file, int width, int height) {
    long pixels = (long) width * height;
    if (pixels > InputLimits.IMAGE_PIXELS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s: it has %d x %d pixels, and %,d pixels are the most that are read",
              file,
              width,
              height,
              InputLimits.IMAGE_PIXELS));
    }
    memory.require(file + ": the image", PIXEL_BYTES * pixels);
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
