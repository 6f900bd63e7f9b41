package org.limbeck.datasets.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.rows.Holdout;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.ReferenceImages;

/** Folders of image files: a folder per class, in the order of their names. */
final class ImageFolders {
  private ImageFolders() {}

  /**
   * Reads labelled images. If there is a folder {@code train} and one {@code test}, these part
   * them.
   *
   * @throws IllegalArgumentException if there are fewer than two classes, or images that do not fit
   */
  static LabelledSource in(Path folder, ImageTransform fit) {
    Path train = folder.resolve("train");
    Path test = folder.resolve("test");
    if (!Files.isDirectory(train) || !Files.isDirectory(test)) {
      List<Path> classes = classes(folder);
      return Holdout.of(classes.size(), labelled(classes, fit));
    }
    List<Path> classes = classes(train);
    List<Path> tested = classes.stream().map(c -> test.resolve(c.getFileName())).toList();
    return new Holdout(classes.size(), labelled(classes, fit), labelled(tested, fit));
  }

  /** Reads images for reference: any of a folder of images, or else those that are not private. */
  static ImageTable reference(Path folder, ReferenceImages choice) {
    List<Path> unlabelled = files(folder);
    if (!unlabelled.isEmpty()) {
      ImageReader reader = new ImageReader(choice.fit());
      unlabelled.stream().limit(choice.rows()).forEach(file -> reader.add(file, 0));
      ImageTable images = reader.images();
      if (images.rows() < choice.rows()) {
        throw new IllegalArgumentException(
            "rows: there are " + images.rows() + " images in " + folder + ", not " + choice.rows());
      }
      return images;
    }
    return choice.of((ImageTable) in(folder, choice.fit()).training());
  }

  private static List<Path> classes(Path folder) {
    List<Path> classes = folders(folder).stream().filter(c -> !files(c).isEmpty()).toList();
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          folder + ": a folder for each of 2 classes or more must be in it, with images");
    }
    return classes;
  }

  private static ImageTable labelled(List<Path> classes, ImageTransform fit) {
    ImageReader reader = new ImageReader(fit);
    for (int label = 0; label < classes.size(); label++) {
      for (Path file : files(classes.get(label))) {
        reader.add(file, label);
      }
    }
    return reader.images();
  }

  /** Returns the folders in a folder, by name. */
  static List<Path> folders(Path folder) {
    return list(folder).filter(Files::isDirectory).toList();
  }

  /** Returns the files in a folder, by name. */
  static List<Path> files(Path folder) {
    return list(folder).filter(Files::isRegularFile).toList();
  }

  /** Lists what is not hidden, by name. */
  private static Stream<Path> list(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all
          .filter(p -> !p.getFileName().toString().startsWith("."))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw DataFiles.unreadable(folder, e);
    }
  }
}
