package org.limbeck.api.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class PrivateFilesTest {
  @TempDir private Path place;

  @Test
  void aFolderIsItsOwnersOnly() throws IOException {
    Path folder = place.resolve("folder");
    PrivateFiles.createFolder(folder);
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThatThrownBy(() -> PrivateFiles.createFolder(folder))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void soAreTheMissingOnesAboveIt() throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path folder = place.resolve("one/two");
    PrivateFiles.createFolders(folder);
    PrivateFiles.createFolders(folder);
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(folder.getParent())).isEqualTo("rwx------");
    assertThat(permissions(place)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void aFileIsItsOwnersOnly() throws IOException {
    Path file = place.resolve("file");
    write(file, 7);
    assertThat(permissions(file)).isEqualTo("rw-------");
    assertThat(file).hasBinaryContent(new byte[] {7});
  }

  @Test
  void aFileThatWasThereIsEmptiedAndKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(place.resolve("file"), "what was there");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    write(file, 8);
    assertThat(permissions(file)).isEqualTo("rw-r-----");
    assertThat(file).hasBinaryContent(new byte[] {8});
  }

  private static void write(Path file, int value) throws IOException {
    try (OutputStream out = PrivateFiles.newOutputStream(file)) {
      out.write(value);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
