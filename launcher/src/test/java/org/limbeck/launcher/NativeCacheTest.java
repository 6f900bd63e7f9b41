package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class NativeCacheTest {
  @TempDir private Path place;
  private final List<String> complaints = new ArrayList<>();
  private Path fresh;
  private Path wanted;

  @BeforeEach
  void name() {
    fresh = place.resolve("fresh");
    wanted = place.resolve("cache/limbeck/javacpp");
  }

  @Test
  void isMadeForItsOwnerOnly() throws IOException {
    assertThat(chosen()).isEqualTo(wanted);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wanted)))
        .isEqualTo("rwx------");
    assertThat(chosen()).as("the next time").isEqualTo(wanted);
    assertThat(complaints).isEmpty();
  }

  @Test
  void isFreshWithoutAPlaceOfOnesOwn() {
    assertThat(NativeCache.choose(Optional.empty(), fresh, complaints::add).folder())
        .isEqualTo(fresh);
    assertThat(complaints).isEmpty();
  }

  @Test
  void isFreshWhereOthersCouldHavePutCode() throws IOException {
    chosen();
    for (Path open : List.of(wanted, wanted.getParent(), place.resolve("cache"))) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
      assertThat(chosen()).as("%s", open).isEqualTo(fresh);
      assertThat(complaints)
          .singleElement()
          .asString()
          .startsWith("native code is not kept, and unpacked at each start: " + open)
          .endsWith("do: chmod go-w " + open);
      complaints.clear();
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void isFreshWhereItCannotBeMade() throws IOException {
    Files.createFile(place.resolve("cache"));
    assertThat(chosen()).isEqualTo(fresh);
  }

  private Path chosen() {
    return NativeCache.choose(Optional.of(wanted), fresh, complaints::add).folder();
  }
}
