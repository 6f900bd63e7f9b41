package org.limbeck.datasets.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.limbeck.datasets.catalog.DataFiles;
import org.limbeck.datasets.catalog.NameSuggestion;
import org.limbeck.datasets.rows.DataSplit;
import org.limbeck.datasets.rows.Holdout;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.ReferenceImages;

/** Folders of image files: a folder per class, in the order of their names. */
final class ImageFolders {
  private static final int MOST_NAMES = 10;

  private ImageFolders() {}

  /**
   * Reads labelled images. If there is a folder {@code train} and one {@code test}, these part
   * them.
   *
   * @throws IllegalArgumentException if there are fewer than two classes, one has no image, there
   *     are tested classes that nobody is trained on, or images that do not fit
   */
  static LabelledSource in(Path folder, ImageTransform fit) {
    List<String> notices = new ArrayList<>();
    Path train = folder.resolve("train");
    Path test = folder.resolve("test");
    if (!Files.isDirectory(train) || !Files.isDirectory(test)) {
      List<ClassFolder> classes = classes(folder, notices);
      return Holdout.of(folder, names(classes), labelled(classes, fit)).withNotices(notices);
    }
    leaveOut(
        folder, folders(folder).stream().filter(f -> !f.equals(train) && !f.equals(test)), notices);
    leaveOutBeside(folder, notices);
    List<ClassFolder> classes = classes(train, notices);
    List<ClassFolder> tested = tested(classes, test, notices);
    return new Holdout(names(classes), labelled(classes, fit), labelled(tested, fit), notices);
  }

  /**
   * Reads labelled images whose rows to train on are divided among devices.
   *
   * @throws IllegalArgumentException as {@link #in}, and if there are too few to divide
   */
  static LabelledSource divisible(Path folder, ImageTransform fit) {
    LabelledSource source = in(folder, fit);
    DataSplit.requireEnough(folder, source.training().rows());
    return source;
  }

  /** Reads images for reference: any of a folder of images, or else those that are not private. */
  static UnlabelledImages reference(Path folder, ReferenceImages choice) {
    if (folders(folder).isEmpty()) {
      ImageReader reader = new ImageReader(choice.fit());
      List<Path> unlabelled = files(folder);
      if (unlabelled.size() < choice.rows()) {
        throw new IllegalArgumentException(
            "rows: there are "
                + unlabelled.size()
                + " images in "
                + folder
                + ", not "
                + choice.rows());
      }
      unlabelled.stream().limit(choice.rows()).forEach(file -> reader.add(file, 0));
      return new UnlabelledImages(reader.images(), List.of());
    }
    LabelledSource labelled = divisible(folder, choice.fit());
    return new UnlabelledImages(choice.of((ImageTable) labelled.training()), labelled.notices());
  }

  private static List<String> names(List<ClassFolder> classes) {
    return classes.stream().map(ClassFolder::name).toList();
  }

  /** Returns the classes to train on; names that are numbers are in the order of numbers. */
  private static List<ClassFolder> classes(Path folder, List<String> notices) {
    leaveOutBeside(folder, notices);
    List<ClassFolder> classes = folders(folder).stream().map(ClassFolder::of).toList();
    for (ClassFolder one : classes) {
      if (one.images().isEmpty()) {
        throw new IllegalArgumentException(
            one.folder() + ": there is no image of this class; take the folder away if it is none");
      }
    }
    if (classes.size() < 2) {
      throw new IllegalArgumentException(
          folder + ": a folder for each of 2 classes or more must be in it, with images");
    }
    boolean numbered = classes.stream().allMatch(one -> one.name().matches("\\d{1,9}"));
    return numbered
        ? classes.stream()
            .sorted(Comparator.comparingInt(one -> Integer.parseInt(one.name())))
            .toList()
        : classes;
  }

  /** Returns the images to test on of each class, and says of which classes there are none. */
  private static List<ClassFolder> tested(
      List<ClassFolder> classes, Path test, List<String> notices) {
    leaveOutBeside(test, notices);
    List<String> names = classes.stream().map(ClassFolder::name).toList();
    for (Path folder : folders(test)) {
      String name = folder.getFileName().toString();
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            folder + ": no training image has this class; " + NameSuggestion.help(name, names));
      }
    }
    List<ClassFolder> tested =
        classes.stream()
            .map(ClassFolder::name)
            .map(test::resolve)
            .map(f -> Files.isDirectory(f) ? ClassFolder.of(f) : new ClassFolder(f, List.of()))
            .toList();
    List<String> none =
        tested.stream().filter(c -> c.images().isEmpty()).map(ClassFolder::name).toList();
    if (none.size() == tested.size()) {
      throw new IllegalArgumentException(test + ": there is no image to test on");
    }
    if (!none.isEmpty()) {
      notices.add(
          String.format(
              Locale.ROOT,
              "%s: there is no image to test on of %d of %d classes: %s",
              test,
              none.size(),
              tested.size(),
              String.join(", ", none)));
    }
    return tested;
  }

  /** Files such as licences may lie beside the folders of classes; images have no class there. */
  static void requireNoImageBeside(Path folder) {
    for (Path file : files(folder)) {
      if (ImageDecoder.isImage(file)) {
        throw new IllegalArgumentException(
            file + ": this image has no class: it is beside the folders of classes, in none");
      }
    }
  }

  private static void leaveOutBeside(Path folder, List<String> notices) {
    requireNoImageBeside(folder);
    leaveOut(folder, files(folder).stream(), notices);
  }

  private static void leaveOut(Path folder, Stream<Path> left, List<String> notices) {
    List<String> names = left.map(path -> path.getFileName().toString()).toList();
    if (!names.isEmpty()) {
      notices.add(
          String.format(
              Locale.ROOT,
              "%s: %d left out, which are no classes: %s",
              folder,
              names.size(),
              String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))));
    }
  }

  private static ImageTable labelled(List<ClassFolder> classes, ImageTransform fit) {
    ImageReader reader = new ImageReader(fit);
    for (int label = 0; label < classes.size(); label++) {
      for (Path file : classes.get(label).images()) {
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
