package org.limbeck.cli.predict;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.limbeck.datasets.samples.ImageSamples;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;

/**
 * The files with samples: one table, or images.
 *
 * @param table a CSV file, or {@link #STANDARD_INPUT}; empty if there are images
 * @param images image files, in the order in which they are classified
 */
record SampleFiles(Optional<String> table, List<Path> images) {
  /** What stands for standard input. */
  static final String STANDARD_INPUT = "-";

  /** Copies the list. */
  SampleFiles {
    images = List.copyOf(images);
  }

  /**
   * Tells tables and images apart, and lists the images of folders.
   *
   * @param files a table, or images and folders of them
   * @throws InvalidInputException if one is not there, or a table is not alone
   */
  static SampleFiles of(List<String> files) {
    List<Path> images = new ArrayList<>();
    for (String file : files) {
      List<Path> more = file.equals(STANDARD_INPUT) ? List.of() : images(Path.of(file));
      if (more.isEmpty() && files.size() > 1) {
        throw new InvalidInputException(
            new Origin(file, 0, ""), "is no image: give one CSV file, or images only");
      }
      images.addAll(more);
    }
    return new SampleFiles(images.isEmpty() ? Optional.of(files.get(0)) : Optional.empty(), images);
  }

  /** Returns the error of a file that is refused, whether or not the message names it. */
  static InvalidInputException refused(Path file, IllegalArgumentException e) {
    String message = e.getMessage();
    String named = file + ": ";
    return new InvalidInputException(
        new Origin(file.toString(), 0, ""),
        message.startsWith(named) ? message.substring(named.length()) : message);
  }

  /**
   * Returns the class that an image is in a folder of, as the folders to learn from are: beside
   * other images of the class, or one folder deeper.
   */
  static Optional<String> label(Path image, List<String> classNames) {
    Path parent = image.toAbsolutePath().normalize().getParent();
    Path above = parent.getParent();
    return Stream.of(Optional.of(parent), Optional.ofNullable(above))
        .flatMap(Optional::stream)
        .map(Path::getFileName)
        .filter(Objects::nonNull)
        .map(Path::toString)
        .filter(classNames::contains)
        .findFirst();
  }

  private static List<Path> images(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidInputException(new Origin(path.toString(), 0, ""), "there is no such file");
    }
    try {
      if (Files.isDirectory(path)) {
        return ImageSamples.files(path);
      }
      return ImageSamples.isImage(path) ? List.of(path) : List.of();
    } catch (IllegalArgumentException e) {
      throw refused(path, e);
    }
  }
}
