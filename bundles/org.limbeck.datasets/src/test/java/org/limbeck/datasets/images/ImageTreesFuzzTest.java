package org.limbeck.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.LabelledSource;
import org.limbeck.datasets.rows.Table;

/**
 * Mangles a folder of images: every image that is not hidden is read as of the class in whose
 * folder it is, or a notice names what is left out, or a message names where it is refused.
 */
class ImageTreesFuzzTest {
  private static final List<String> CLASSES = List.of("a", "b", "c");
  private static final int IMAGES = 4;
  private static final List<String> ODD_NAMES =
      List.of("é", "日本", "x y", "x;y", "10", "9", "1.png", ".hidden", "a\u200b", "train", "test");

  @Property(tries = 200)
  void everyImageIsReadOrTold(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    Path folder = Files.createTempDirectory("images");
    try {
      boolean parted = random.nextBoolean();
      fill(parted ? folder.resolve("train") : folder, 10);
      if (parted) {
        fill(folder.resolve("test"), 100);
      }
      for (int i = random.nextInt(3); i >= 0; i--) {
        mangle(folder, random);
      }
      try {
        LabelledSource source = ImageFolders.in(folder, new ImageTransform(0, 0, false));
        assertReadOrTold(folder, source);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining(folder.toString());
      }
    } finally {
      delete(folder);
    }
  }

  private static void fill(Path folder, int value) throws IOException {
    for (int i = 0; i < CLASSES.size() * IMAGES; i++) {
      String name = CLASSES.get(i / IMAGES) + "/" + i % IMAGES + ".png";
      ImageFiles.writeGrey(folder.resolve(name), 2, 2, value + i);
    }
  }

  private static void mangle(Path folder, Random random) throws IOException {
    Path file = any(folder, random, Files::isRegularFile);
    Path below = any(folder, random, Files::isDirectory);
    Path odd = file.resolveSibling(ODD_NAMES.get(random.nextInt(ODD_NAMES.size())));
    switch (random.nextInt(10)) {
      case 0 -> move(file, file.resolveSibling("deeper").resolve(file.getFileName()));
      case 1 -> move(file, file.resolveSibling("deeper/still").resolve(file.getFileName()));
      case 2 -> move(file, odd);
      case 3 -> move(below, below.resolveSibling(odd.getFileName()));
      case 4 -> delete(below);
      case 5 -> Files.writeString(below.resolve("licence.txt"), "free");
      case 6 -> move(file, below.resolve("moved.png"));
      case 7 -> Files.write(file, new byte[random.nextInt(3)]);
      case 8 -> writeDeep(file, 200 + random.nextInt(50));
      default -> Files.createDirectories(below.resolve("empty"));
    }
  }

  private static Path any(Path folder, Random random, Predicate<Path> wanted) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> paths = all.filter(path -> !path.equals(folder)).filter(wanted).sorted().toList();
      return paths.isEmpty() ? folder.resolve("none") : paths.get(random.nextInt(paths.size()));
    }
  }

  /** Writes a picture of 16 bits. */
  private static void writeDeep(Path file, int value) throws IOException {
    BufferedImage image = new BufferedImage(2, 2, BufferedImage.TYPE_USHORT_GRAY);
    for (int i = 0; i < 4; i++) {
      image.getRaster().setSample(i % 2, i / 2, 0, value << Byte.SIZE);
    }
    ImageIO.write(image, "png", file.toFile());
  }

  private static void assertReadOrTold(Path folder, LabelledSource source) throws IOException {
    Path train = folder.resolve("train");
    Path test = folder.resolve("test");
    String told = String.join("\n", source.notices());
    if (Files.isDirectory(train) && Files.isDirectory(test)) {
      try (Stream<Path> all = Files.list(folder)) {
        assertThat(all.filter(p -> !p.equals(train) && !p.equals(test)).filter(p -> !isHidden(p)))
            .allSatisfy(left -> assertThat(told).contains(left.getFileName().toString()));
      }
      assertThat(read(source, source.training()))
          .containsExactlyInAnyOrderElementsOf(images(train, told));
      assertThat(read(source, source.test()))
          .containsExactlyInAnyOrderElementsOf(images(test, told));
    } else {
      List<String> read = new ArrayList<>(read(source, source.training()));
      read.addAll(read(source, source.test()));
      assertThat(read).containsExactlyInAnyOrderElementsOf(images(folder, told));
    }
  }

  /** Returns the class and the value of each image that was read. */
  private static List<String> read(LabelledSource source, Table table) {
    ImageTable images = (ImageTable) table;
    List<String> read = new ArrayList<>();
    for (int i = 0; i < images.rows(); i++) {
      int value = Byte.toUnsignedInt(images.values()[4 * i]);
      read.add(source.classNames().get(images.label(i)) + "=" + value);
    }
    return read;
  }

  /** Returns the class and the value of each image in a folder; of what is no image, it is told. */
  private static List<String> images(Path folder, String told) throws IOException {
    List<String> images = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path place = folder.relativize(file);
        if (isHidden(place)) {
          continue;
        }
        BufferedImage image = ImageIO.read(file.toFile());
        if (place.getNameCount() == 1) {
          assertThat(image).as("an image without a class").isNull();
          assertThat(told).contains(file.getFileName().toString());
        } else {
          int depth = image.getRaster().getSampleModel().getSampleSize(0);
          int value = image.getRaster().getSample(0, 0, 0) >> (depth - Byte.SIZE);
          images.add(place.getName(0) + "=" + value);
        }
      }
    }
    return images;
  }

  private static boolean isHidden(Path place) {
    for (Path name : place) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static void move(Path from, Path to) throws IOException {
    boolean free = Files.notExists(to) && !Files.isRegularFile(to.getParent());
    if (Files.exists(from) && free && !to.startsWith(from)) {
      Files.createDirectories(to.getParent());
      Files.move(from, to);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
