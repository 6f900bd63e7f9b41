package org.limbeck.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderCopyTest {
  @TempDir private Path place;
  private Path source;

  @BeforeEach
  void leaveARun() throws IOException {
    source = place.resolve("part/a-1");
    Files.createDirectories(source.resolve("models"));
    Files.writeString(source.resolve("summary.json"), "{}");
    Files.writeString(source.resolve("models/a.model"), "weights");
    Files.writeString(source.resolve(".lock"), "");
    Files.createSymbolicLink(source.resolve("link"), place);
  }

  @Test
  void theCopyHasTheFilesAndIsItsOwnersOnly() throws IOException {
    Path target = place.resolve("a-1");

    RunFolderCopy.copy(source, target);

    assertThat(target.resolve("models/a.model")).hasContent("weights");
    assertThat(target.resolve("summary.json")).exists();
    assertThat(target.resolve(".lock")).doesNotExist();
    assertThat(target.resolve("link")).doesNotExist();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(target.resolve("summary.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void whatCannotBeCopiedLeavesNothing() throws IOException {
    Path target = place.resolve("a-1");
    Files.createDirectories(target.resolve("something"));

    assertThatThrownBy(() -> RunFolderCopy.copy(source, target))
        .isInstanceOf(RunFolderException.class)
        .hasMessageContaining(target + ": it cannot be written");
    assertThat(place).isDirectoryNotContaining("glob:**.tmp");
  }
}
