package org.limbeck.datasets.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.limbeck.api.MemoryShare;
import org.limbeck.api.Shape;
import org.limbeck.api.preprocessing.PixelColumns;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.images.ImageDecoder;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;

/** Image files as rows of a model that has learnt from images. Used by one thread. */
public final class ImageSamples {
  private static final int COLOURS = 3;

  private static final Set<String> ENDINGS =
      Set.of("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp", "heic", "avif");

  private final Shape shape;
  private final ImageTransform fit;
  private final ImageDecoder decoder = new ImageDecoder(MemoryShare.ofHeap());

  /**
   * Makes samples of a shape.
   *
   * @param shape the shape that the model has learnt from
   * @param pixels what was done to images before it saw them
   * @throws IllegalArgumentException if its pixels have neither one value nor three
   */
  public ImageSamples(Shape shape, PixelColumns pixels) {
    if (shape.channels() != 1 && shape.channels() != COLOURS) {
      throw new IllegalArgumentException(
          "image files have 1 or 3 values per pixel, and the model has learnt from rows of "
              + shape);
    }
    this.shape = shape;
    this.fit =
        new ImageTransform(
            pixels.anyHeight() ? shape.height() : 0,
            pixels.anyWidth() ? shape.width() : 0,
            shape.channels() == 1);
  }

  /**
   * Returns whether a file is called like an image, or begins as one that Java can read.
   *
   * @throws IllegalArgumentException if it cannot be read; the message names it
   */
  public static boolean isImage(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
        || (Files.isRegularFile(file) && ImageDecoder.isImage(file));
  }

  /**
   * Returns all files in a folder, and in folders in it, in the order of their names; hidden ones
   * are left aside.
   *
   * @throws IllegalArgumentException if there are none, or the folder cannot be read; the message
   *     names it
   */
  public static List<Path> files(Path folder) {
    try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      List<Path> files =
          all.filter(path -> !isHidden(folder.relativize(path)))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(folder + ": there is no image in it");
      }
      return files;
    } catch (IOException e) {
      throw DataFiles.unreadable(folder, e);
    } catch (UncheckedIOException e) {
      throw DataFiles.unreadable(folder, e.getCause());
    }
  }

  /**
   * Reads an image as a row, in the same way as for training.
   *
   * @return height x width x channels values from 0 to 1
   * @throws IllegalArgumentException if it is none, or of another size that is not scaled; the
   *     message names the file
   */
  public float[] features(Path file) {
    ImageTable image = decoder.decode(file);
    ImageTable fitted = fit.apply(image);
    if (fitted.shape().height() != shape.height() || fitted.shape().width() != shape.width()) {
      throw new IllegalArgumentException(
          file
              + ": it is "
              + size(image.shape())
              + ", and the model has learnt from images that are "
              + size(shape));
    }
    float[] values = new float[fitted.shape().features()];
    fitted.read(0, values, 0);
    return values.length == shape.features() ? values : coloured(values);
  }

  private static boolean isHidden(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(name -> name.toString().startsWith("."));
  }

  /** Grey stands for as much red, green and blue. */
  private static float[] coloured(float[] grey) {
    float[] values = new float[COLOURS * grey.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = grey[i / COLOURS];
    }
    return values;
  }

  private static String size(Shape shape) {
    return shape.height() + " pixels high and " + shape.width() + " wide";
  }
}
