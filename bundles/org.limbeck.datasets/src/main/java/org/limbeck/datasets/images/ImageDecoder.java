package org.limbeck.datasets.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.limbeck.api.InputLimits;
import org.limbeck.api.MemoryShare;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.rows.ImageTable;

/**
 * Decodes image files to grey, or to red, green and blue.
 *
 * @param memory what an image may take while it is decoded
 */
public record ImageDecoder(MemoryShare memory) {
  /** What a pixel takes: as the file has it, and as three bytes. */
  private static final long PIXEL_BYTES = 6;

  /** Returns whether a file begins as an image does that Java can read. */
  public static boolean isImage(Path file) {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      return in != null && ImageIO.getImageReaders(in).hasNext();
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
  }

  /**
   * Decodes a file.
   *
   * @throws IllegalArgumentException if it holds no image, is damaged or cut short; the message
   *     names it
   */
  public ImageTable decode(Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(file + ": it cannot be read");
    }
    try {
      MemoryShare.ofHeap().require(file + ": what it holds", Files.size(file));
      return decode(file, Files.readAllBytes(file));
    } catch (IOException e) {
      throw DataFiles.unreadable(file, e);
    }
  }

  private ImageTable decode(Path file, byte[] bytes) throws IOException {
    Iterator<ImageReader> decoders = ImageIO.getImageReaders(stream(bytes));
    if (!decoders.hasNext()) {
      throw new IllegalArgumentException(
          file + ": no image that Java can read, such as PNG or JPEG; convert it, or take it away");
    }
    ImageReader decoder = decoders.next();
    try {
      decoder.setInput(stream(bytes), true, true);
      int width = decoded(() -> decoder.getWidth(0));
      int height = decoded(() -> decoder.getHeight(0));
      requireSize(file, width, height);
      DamageListener damage = new DamageListener();
      decoder.setInput(stream(ofPixels(bytes)), true, true);
      decoder.addIIOReadWarningListener(damage);
      BufferedImage image = decoded(() -> decoder.read(0));
      damage.requireNone();
      return PixelValues.of(image);
    } finally {
      decoder.dispose();
    }
  }

  private static byte[] ofPixels(byte[] bytes) throws IOException {
    if (PngChunks.begin(bytes)) {
      return PngChunks.ofPixels(bytes);
    }
    if (JpegSegments.begin(bytes)) {
      return JpegSegments.ofPixels(bytes);
    }
    FileEnding.require(bytes);
    return bytes;
  }

  private static ImageInputStream stream(byte[] bytes) {
    return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
  }

  /** Decodes a part of an image. */
  @FunctionalInterface
  private interface Decoding<T> {
    T run() throws IOException;
  }

  /** Decoders throw all sorts of exceptions where a file does not keep to its format. */
  private static <T> T decoded(Decoding<T> decoding) throws IOException {
    try {
      return decoding.run();
    } catch (IIOException e) {
      throw new IOException("the image is damaged, or of a kind that Java cannot read: " + e, e);
    } catch (RuntimeException e) {
      throw new IOException("the image is damaged: " + e, e);
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
}
