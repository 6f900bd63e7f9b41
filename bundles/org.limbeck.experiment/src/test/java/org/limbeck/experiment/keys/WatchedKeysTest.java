package org.limbeck.experiment.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.experiment.InvalidInputException;

class WatchedKeysTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @TempDir private Path temporary;
  private final AtomicLong clock = new AtomicLong();

  @Test
  void followsWhatIsInTheFolder() throws IOException {
    KeyFolder folder = folder();
    folder.create(List.of("hall"));
    WatchedKeys keys = watch(folder);
    assertThat(keys.get()).containsOnlyKeys("hall");
    Map<String, DeviceKeys> before = keys.get();

    folder.create(List.of("attic"));
    assertThat(keys.get()).as("the second is not over").isSameAs(before);
    clock.addAndGet(SECOND);
    assertThat(keys.get()).containsOnlyKeys("attic", "hall");

    Files.delete(folder.folder().resolve("hall.pub"));
    Files.delete(folder.folder().resolve("hall.key"));
    clock.addAndGet(SECOND);
    assertThat(keys.get()).containsOnlyKeys("attic");
  }

  @Test
  void isTheSameMapWhileNothingChanges() throws IOException {
    KeyFolder folder = folder();
    folder.create(List.of("hall"));
    WatchedKeys keys = watch(folder);
    Map<String, DeviceKeys> before = keys.get();
    clock.addAndGet(SECOND);
    assertThat(keys.get()).isSameAs(before);
  }

  @Test
  void keepsWhatWasThereWhileTheFolderIsWrong() throws IOException {
    KeyFolder folder = folder();
    folder.create(List.of("hall"));
    WatchedKeys keys = watch(folder);

    Path half = folder.folder().resolve("attic.pub");
    Files.writeString(half, "-----BEGIN PUBLIC");
    clock.addAndGet(SECOND);
    assertThat(keys.get()).containsOnlyKeys("hall");

    Files.delete(half);
    folder.create(List.of("attic"));
    clock.addAndGet(SECOND);
    assertThat(keys.get()).containsOnlyKeys("attic", "hall");
  }

  /** What is mended by permissions alone has the same size and time. */
  @Test
  void looksAgainAtWhatWasWrong() throws IOException {
    KeyFolder folder = folder();
    folder.create(List.of("hall"));
    WatchedKeys keys = watch(folder);
    Files.setPosixFilePermissions(folder.folder(), PosixFilePermissions.fromString("rwxrwxrwx"));
    folder.create(List.of("attic"));
    clock.addAndGet(SECOND);
    assertThat(keys.get()).containsOnlyKeys("hall");

    Files.setPosixFilePermissions(folder.folder(), PosixFilePermissions.fromString("rwx------"));
    clock.addAndGet(SECOND);
    assertThat(keys.get()).containsOnlyKeys("attic", "hall");
  }

  @Test
  void mustBeReadableAtFirst() {
    KeyFolder folder = folder();
    assertThatThrownBy(() -> watch(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no such folder");
  }

  private KeyFolder folder() {
    return new KeyFolder(temporary.resolve("keys"));
  }

  private WatchedKeys watch(KeyFolder folder) {
    return new WatchedKeys(folder, clock::get);
  }
}
