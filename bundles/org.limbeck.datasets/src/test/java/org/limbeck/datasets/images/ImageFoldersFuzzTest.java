package org.limbeck.datasets.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.limbeck.datasets.rows.ImageTable;
import org.limbeck.datasets.rows.ImageTransform;
import org.limbeck.datasets.rows.LabelledSource;

/** Mangles one file of a folder: either nothing changes, or a message names the file. */
class ImageFoldersFuzzTest {
  private static final List<String> FILES =
      List.of("train/a/1", "train/a/2", "train/b/1", "test/a/1", "test/b/1");

  @Property(tries = 150)
  void damageIsToldOrChangesNothing(
      @ForAll @IntRange(min = 0, max = 4) int which,
      @ForAll @IntRange(min = 0, max = 2) int how,
      @ForAll long seed)
      throws IOException {
    Path folder = Files.createTempDirectory("images");
    try {
      for (String file : FILES) {
        ImageFiles.write(folder.resolve(file + ".png"), 3, 2, 0x102030);
      }
      Path mangled = folder.resolve(FILES.get(which) + ".png");
      Files.write(mangled, mangle(Files.readAllBytes(mangled), how, new Random(seed)));
      try {
        LabelledSource source = ImageFolders.in(folder, new ImageTransform(0, 0, false));
        assertThat(source.classes()).isEqualTo(2);
        assertWhole((ImageTable) source.training(), 0, 0, 1);
        assertWhole((ImageTable) source.test(), 0, 1);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining(mangled.toString());
      }
    } finally {
      delete(folder);
    }
  }

  private static void assertWhole(ImageTable images, int... labels) {
    assertThat(images.labels()).containsExactly(labels);
    for (int i = 0; i < images.values().length; i++) {
      assertThat(images.values()[i]).isEqualTo((byte) (0x10 * (i % 3 + 1)));
    }
  }

  private static byte[] mangle(byte[] file, int how, Random random) {
    int at = random.nextInt(file.length);
    switch (how) {
      case 0 -> file[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 1 -> file = Arrays.copyOf(file, at);
      default -> Arrays.fill(file, at, file.length, (byte) random.nextInt());
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
