package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  private static final String SUMMARY = "summary.json";

  @TempDir Path place;
  private Path target;

  @BeforeEach
  void chooseTarget() {
    target = place.resolve("runs/first");
  }

  @Test
  void staysWhenItIsFinished() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      assertThat(folder.path()).isEqualTo(target);
      folder.write("a.txt", "one");
      folder.write("models/b.bin", out -> out.write(2));
      assertThat(folder.stays()).isFalse();
      folder.write(SUMMARY, "{}");
      assertThat(folder.stays()).isTrue();
    }
    assertThat(target.resolve("a.txt")).hasContent("one");
    assertThat(target.resolve("models/b.bin")).hasBinaryContent(new byte[] {2});
    assertThat(entries(target)).containsExactly("a.txt", "models", SUMMARY);
  }

  @Test
  void leavesNothingWithoutACheckpoint() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("experiment.yaml", "seed: 1");
      folder.write("deep/er/a.txt", "one");
      Files.createDirectories(folder.checkpoints("together"));
    }
    assertThat(entries(place)).isEmpty();
  }

  @Test
  void staysWithACheckpointThatIsWhole() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      Path checkpoints = Files.createDirectories(folder.checkpoints("alone"));
      assertThat(checkpoints).isEqualTo(target.resolve("checkpoint/alone"));
      Files.writeString(checkpoints.resolve(".30.tmp"), "half of it");
      assertThat(folder.stays()).isFalse();
      Files.writeString(checkpoints.resolve("30"), "all of it");
      assertThat(folder.stays()).isTrue();
      assertThat(folder.hasCheckpoint("alone")).isTrue();
      assertThat(folder.hasCheckpoint("together")).isFalse();
    }
    assertThat(target.resolve("checkpoint/alone/30")).exists();
  }

  @Test
  void leavesParentsThatWereThereOrAreInUse() throws IOException {
    Files.createDirectory(target.getParent());
    RunFolder.create(target).close();
    assertThat(target.getParent()).isEmptyDirectory();
    Path other = place.resolve("others/first");
    try (RunFolder folder = RunFolder.create(other)) {
      Files.createDirectory(folder.path().resolveSibling("second"));
    }
    assertThat(entries(place.resolve("others"))).containsExactly("second");
  }

  @Test
  void takesAnEmptyFolderAndLeavesItEmpty() throws IOException {
    Files.createDirectories(target);
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
    }
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void takesAFolderInWhichARunWasKilledBeforeItBegan() throws IOException {
    Files.createDirectories(target);
    Files.createFile(target.resolve(".lock"));
    try (RunFolder folder = RunFolder.create(target)) {
      assertThatExceptionOfType(RunFolderException.class)
          .isThrownBy(() -> RunFolder.create(target))
          .withMessageContaining("it is in use by another run or resume");
      assertThat(folder.path()).isDirectory();
    }
    assertThat(target).isEmptyDirectory();
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
  void oneAtATimeWorksOnIt() throws IOException {
    Files.createDirectories(target);
    Files.writeString(target.resolve("experiment.yaml"), "seed: 1");
    try (RunFolder folder = RunFolder.open(target)) {
      assertThat(folder.experiment()).hasContent("seed: 1");
      assertThatExceptionOfType(RunFolderException.class)
          .isThrownBy(() -> RunFolder.open(target))
          .withMessageContaining(target + ": it is in use by another run or resume");
    }
    try (RunFolder again = RunFolder.open(target)) {
      assertThat(again.stays()).as("it is not ours to delete").isTrue();
    }
    assertThat(target.resolve("experiment.yaml")).exists();
  }

  @Test
  void goesOnOnlyWhereARunBegan() throws IOException {
    Files.createDirectories(target);
    Files.writeString(place.resolve("file"), "mine");
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.open(target))
        .withMessage(
            "run folder %s: it is not the folder of a run: there is no experiment.yaml in it;"
                + " name a folder that limbeck run has made",
            target);
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.open(place.resolve("none")))
        .withMessageContaining("it does not exist");
    assertThatExceptionOfType(RunFolderException.class)
        .isThrownBy(() -> RunFolder.isFinished(place.resolve("file")))
        .withMessageContaining("it is not a folder");
    assertThat(target).isEmptyDirectory();
  }

  @Test
  void isFinishedWithASummary() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("experiment.yaml", "seed: 1");
      assertThat(RunFolder.isFinished(target)).isFalse();
      folder.write(SUMMARY, "{}");
      assertThat(RunFolder.isFinished(target)).isTrue();
    }
  }

  @Test
  void aFileAppearsWholeOrNotAtAll() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
      assertThatExceptionOfType(RunFolderException.class)
          .isThrownBy(
              () ->
                  folder.write(
                      "a.txt",
                      out -> {
                        out.write('x');
                        throw new IOException("disk full");
                      }))
          .withMessage(target.resolve("a.txt") + ": it cannot be written: disk full");
      assertThat(entries(target)).containsExactly(".lock", "a.txt");
      assertThat(target.resolve("a.txt")).hasContent("one");
    }
  }

  @Test
  void saysWhichFileIsInTheWay() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      Files.createDirectories(target.resolve(".a.txt.tmp/full"));
      assertThatExceptionOfType(RunFolderException.class)
          .isThrownBy(() -> folder.write("a.txt", "one"))
          .withMessageStartingWith(target.resolve("a.txt") + ": it cannot be written: ");
    }
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

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itIsItsOwnersOnlyWithAllThatIsInIt() throws IOException {
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("models/b.bin", out -> out.write(2));
      folder.writeThrough("c.bin", out -> out.write(3));
      folder.open("metrics.csv").close();
      try (Stream<Path> files = Files.walk(target)) {
        assertThat(files)
            .hasSize(6)
            .allSatisfy(
                file ->
                    assertThat(permissions(file))
                        .isEqualTo(Files.isDirectory(file) ? "rwx------" : "rw-------"));
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFolderThatWasThereKeepsItsPermissionsAndItsParents() throws IOException {
    Files.createDirectories(target);
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-x---"));
    String above = permissions(target.getParent());
    try (RunFolder folder = RunFolder.create(target)) {
      folder.write("a.txt", "one");
      assertThat(permissions(target)).isEqualTo("rwxr-x---");
      assertThat(permissions(target.getParent())).isEqualTo(above);
      assertThat(permissions(target.resolve("a.txt"))).isEqualTo("rw-------");
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static List<String> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
