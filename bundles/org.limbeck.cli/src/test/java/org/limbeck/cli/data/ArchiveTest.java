package org.limbeck.cli.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir private Path folder;

  @Test
  void leavesNothingOfAFileThatUnpacksToMoreThanIsAllowed() throws IOException {
    Path file = folder.resolve("toys.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("toys.bin"));
      zip.write(new byte[200_000]);
    }
    Path into = Files.createDirectory(folder.resolve("into"));
    assertThatIOException()
        .isThrownBy(() -> new Archive(file, "toys.zip", 199_999).unpack(name -> true, into))
        .withMessage("toys.zip: a file in it has more than 199,999 bytes unpacked");
    try (Stream<Path> left = Files.list(into)) {
      assertThat(left).isEmpty();
    }
    new Archive(file, "toys.zip", 200_000).unpack(name -> true, into);
    assertThat(into.resolve("toys.bin")).hasSize(200_000);
  }
}
