package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir Path place;
  private Path target;

  @BeforeEach
  void chooseTarget() {
    target = place.resolve("runs/first");
  }

  @Test
  void appearsAtItsPlaceWhenPublished() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
      folder.write("models/b.bin", out -> out.write(2));
      assertThat(target).doesNotExist();
      folder.publish();
    }
    assertThat(target.resolve("a.txt")).hasContent("one");
    assertThat(target.resolve("models/b.bin")).hasBinaryContent(new byte[] {2});
    assertThat(entries(target.getParent())).containsExactly("first");
  }

  @Test
  void leavesNothingWhenItIsNotPublished() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("deep/er/a.txt", "one");
    }
    assertThat(entries(place)).isEmpty();
  }

  @Test
  void leavesParentsThatWereThereOrAreInUse() throws IOException {
    Files.createDirectory(target.getParent());
    RunFolder.create(target).close();
    assertThat(target.getParent()).isEmptyDirectory();
    Path other = place.resolve("others/first");
    try (RunFolder folder = RunFolder.create(other)) {
      Files.createDirectory(folder.target().resolveSibling("second"));
    }
    assertThat(entries(place.resolve("others"))).containsExactly("second");
  }

  @Test
  void isHiddenAndTellsItsTargetUntilItIsPublished() throws IOException {
    try (RunFolder one = RunFolder.create(target);
        RunFolder other = RunFolder.create(target)) {
      assertThat(one.target()).isEqualTo(other.target()).isEqualTo(target);
      assertThat(entries(target.getParent()))
          .hasSize(2)
          .allMatch(name -> name.startsWith(".first.partial-"));
    }
  }

  @Test
  void takesAnEmptyFolder() throws IOException {
    Files.createDirectories(target);
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
      folder.publish();
    }
    assertThat(entries(target)).containsExactly("a.txt");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("precious.txt"), "mine");
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.create(target))
        .withMessage(
            "run folder %s: it exists and is not an empty folder;"
                + " name a new or empty folder where you may write",
            target);
    assertThat(entries(target)).containsExactly("precious.txt");
    assertThat(entries(target.getParent())).containsExactly("first");
  }

  @Test
  void refusesAFile() throws IOException {
    Files.createDirectories(target.getParent());
    Files.writeString(target, "mine");
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.create(target))
        .withMessageContaining("it exists and is not an empty folder");
    assertThat(target).hasContent("mine");
  }

  @Test
  void refusesAParentThatCannotHoldIt() throws IOException {
    Files.writeString(place.resolve("file"), "mine");
    Path below = place.resolve("file/deep/run");
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.create(below))
        .withMessage(
            "run folder %s: %s is not a folder; name a new or empty folder where you may write",
            below, place.resolve("file"));
  }

  @Test
  void keepsTheResultsWhenSomethingHasTakenItsPlace() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
      Files.createDirectory(target);
      Files.writeString(target.resolve("b.txt"), "two");
      assertThatExceptionOfType(RunFolderException.class)
          .isThrownBy(folder::publish)
          .withMessageContaining("it exists and is not an empty folder; the results are in")
          .withMessageContaining(".first.partial-");
    }
    List<String> names = entries(target.getParent());
    assertThat(names).hasSize(2);
    assertThat(target.resolveSibling(names.get(0)).resolve("a.txt")).hasContent("one");
    assertThat(entries(target)).containsExactly("b.txt");
  }

  @Test
  void aFileAppearsWholeOrNotAtAll() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
      assertThatIOException()
          .isThrownBy(
              () ->
                  folder.write(
                      "a.txt",
                      out -> {
                        out.write('x');
                        throw new IOException("disk full");
                      }))
          .withMessage("disk full");
      folder.publish();
    }
    assertThat(entries(target)).containsExactly("a.txt");
    assertThat(target.resolve("a.txt")).hasContent("one");
  }

  @Test
  void nothingIsWrittenOutsideIt() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      for (String name : List.of("../a", "/a", "models/../../a", "")) {
        assertThatIllegalArgumentException().isThrownBy(() -> folder.write(name, "x"));
      }
    }
    assertThat(entries(place)).isEmpty();
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
