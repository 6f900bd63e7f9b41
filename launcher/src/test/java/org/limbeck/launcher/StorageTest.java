package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class StorageTest {
  @TempDir private Path temporary;

  @Test
  void isItsOwnersOnlyAndGoes() throws IOException {
    Storage storage = Storage.create(temporary);
    Files.createFile(Files.createDirectory(storage.folder().resolve("bundle")).resolve("file"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(storage.folder())))
        .isEqualTo("rwx------");
    storage.delete();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void thatOfAKilledProcessGoesWithTheNext() throws IOException {
    Path left = left("limbeck-1");
    Storage.create(temporary).delete();
    assertThat(left).doesNotExist();
  }

  @Test
  void thatOfALivingProcessStays() {
    Storage living = Storage.create(temporary);
    Storage.create(temporary).delete();
    assertThat(living.folder()).isDirectory();
    living.delete();
  }

  @Test
  void whatIsNoneStays() throws IOException {
    Path unlocked = Files.createDirectory(temporary.resolve("limbeck-of-an-earlier-version"));
    Path file = Files.createFile(temporary.resolve("limbeck-file"));
    Path other = left("other");
    Storage.create(temporary).delete();
    assertThat(unlocked).exists();
    assertThat(file).exists();
    assertThat(other).exists();
  }

  @Test
  void whatOthersMayChangeStays() throws IOException {
    Path open = left("limbeck-1");
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Storage.create(temporary).delete();
    assertThat(open).exists();
  }

  /** A process that starts takes the folder of one that ends for abandoned. */
  @RepeatedTest(10)
  void twoMayRemoveItAtOnce() throws Exception {
    Storage storage = Storage.create(temporary);
    List<Path> bundles = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      Path bundle = Files.createDirectory(storage.folder().resolve("bundle" + i));
      bundles.add(bundle);
      for (int j = 0; j < 20; j++) {
        Files.createFile(bundle.resolve("file" + j));
      }
    }
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      CompletableFuture<Void> other = CompletableFuture.runAsync(storage::delete);
      while (bundles.stream().allMatch(Files::exists)) {
        Thread.onSpinWait();
      }
      storage.delete();
      other.get();
    } finally {
      System.setErr(before);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }

  private Path left(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.createFile(folder.resolve(".lock"));
    Files.createFile(folder.resolve("state"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    return folder;
  }
}
