package org.limbeck.api.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are real; whose they are is told by the test, as only root can give files to others. */
@DisabledOnOs(OS.WINDOWS)
class FileProtectionTest {
  private static final int ME = 1000;
  private static final int MALLORY = 1001;
  private static final int ROOT = 0;

  @TempDir private Path place;
  private final Map<Path, Integer> owners = new HashMap<>();
  private final Map<Path, Integer> modes = new HashMap<>();
  private FileProtection protection;
  private Path folder;
  private Path file;

  @BeforeEach
  void makeFile() throws IOException {
    protection = new FileProtection(new Machine(), ME);
    place = place.toRealPath();
    folder = Files.createDirectories(place.resolve("one/two"));
    file = Files.createFile(folder.resolve("file"));
    permit(file, "rw-------");
    permit(folder, "rwxr-xr-x");
    permit(folder.getParent(), "rwxr-xr-x");
  }

  @ParameterizedTest
  @ValueSource(ints = {ME, ROOT})
  void whatBelongsToTheUserOrRootIsGood(int owner) throws IOException {
    owners.put(file, owner);
    owners.put(folder, owner);
    assertThat(protection.writableByOthers(file)).isEmpty();
    assertThat(protection.readableByOthers(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "one/two", "one/two/file"})
  void nothingOnTheWayMayBelongToSomeoneElse(String where) throws IOException {
    Path theirs = place.resolve(where);
    owners.put(theirs, MALLORY);
    assertThat(protection.writableByOthers(file))
        .contains(
            theirs
                + " may be changed by others: it belongs to user-1001, and must belong to the user"
                + " of this process or to root");
    assertThat(protection.readableByOthers(file)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "one, rwxrwxr-x",
    "one, rwx----w-",
    "one/two, rwxrwx---",
    "one/two/file, rw-rw----",
    "one/two/file, rw-----w-"
  })
  void nothingOnTheWayMayBeWrittenByOthers(String where, String permissions) throws IOException {
    Path open = place.resolve(where);
    permit(open, permissions);
    assertThat(protection.writableByOthers(file))
        .contains(
            open
                + " may be changed by others: its mode is "
                + permissions
                + "; do: chmod go-w "
                + open);
  }

  @Test
  void aStickyFolderIsGoodAboveWhatIsTheUsers() throws IOException {
    modes.put(folder, 0041777);
    assertThat(protection.writableByOthers(file)).isEmpty();
    owners.put(file, MALLORY);
    assertThat(protection.writableByOthers(file)).get().asString().contains("belongs to user-1001");
    assertThat(protection.writableByOthers(folder)).get().asString().contains("rwxrwxrwx");
  }

  @Test
  void theStickyBitOfAFileMeansNothing() throws IOException {
    modes.put(file, 0101666);
    assertThat(protection.writableByOthers(file)).get().asString().contains("rw-rw-rw-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw------x", "rw--w----"})
  void aPrivateFileIsClosedToOthers(String permissions) throws IOException {
    permit(file, permissions);
    assertThat(protection.readableByOthers(file))
        .contains(
            file
                + " may be read by others: its mode is "
                + permissions
                + ", and rw------- is allowed; do: chmod 600 "
                + file);
  }

  @Test
  void whatALinkLeadsToCountsWithAllAboveIt() throws IOException {
    Path other = Files.createDirectories(place.resolve("other/deep"));
    permit(other, "rwxr-xr-x");
    permit(other.getParent(), "rwxr-xr-x");
    Path link = Files.createSymbolicLink(other.resolve("link"), Path.of("../../one/./two/file"));
    Path links = Files.createSymbolicLink(place.resolve("links"), other);
    assertThat(protection.writableByOthers(links.resolve("link"))).isEmpty();

    for (Path weak : new Path[] {file, folder, folder.getParent(), link, links, other}) {
      owners.put(weak, MALLORY);
      assertThat(protection.writableByOthers(links.resolve("link")))
          .as("%s", weak)
          .get()
          .asString()
          .startsWith(weak + " may be changed by others: it belongs to user-1001");
      owners.clear();
    }
    permit(file, "rw-rw-rw-");
    assertThat(protection.writableByOthers(link)).get().asString().startsWith(file + " may be");
  }

  @Test
  void linksInACircleEnd() throws IOException {
    Path one = place.resolve("a");
    Files.createSymbolicLink(one, place.resolve("b"));
    Files.createSymbolicLink(place.resolve("b"), one);
    assertThatThrownBy(() -> protection.writableByOthers(one))
        .isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  void aPathGoesThroughFortyLinksAtMost() throws IOException {
    Path last = file;
    for (int n = 1; n <= 41; n++) {
      last = Files.createSymbolicLink(place.resolve("link-" + n), last);
      if (n == 40) {
        assertThat(protection.writableByOthers(last)).isEmpty();
      }
    }
    Path beyond = last;
    assertThatThrownBy(() -> protection.writableByOthers(beyond))
        .isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  void whatIsNotThereIsNamed() {
    assertThatThrownBy(() -> protection.readableByOthers(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("none");
  }

  @Test
  void theUserOfThisProcessOwnsWhatItMakes() throws IOException {
    FileProtection own = FileProtection.ofThisProcess();
    assertThat(own.readableByOthers(file)).isEmpty();
    assertThat(own.writableByOthers(Path.of("/"))).isEqualTo(Optional.empty());
    permit(file, "rw-r--r--");
    assertThat(own.readableByOthers(file)).get().asString().contains("do: chmod 600 " + file);
    assertThat(own.writableByOthers(file)).isEmpty();
  }

  /** The machine of the user, on which all but the test's own folder belongs to root. */
  private final class Machine implements FileStatus.Source {
    @Override
    public FileStatus of(Path path) throws IOException {
      return new FileStatus(owner(path), modes.getOrDefault(path, FileStatus.of(path).mode()));
    }

    @Override
    public String userName(Path path) {
      return "user-" + owner(path);
    }

    private int owner(Path path) {
      return owners.getOrDefault(path, path.startsWith(place) ? ME : ROOT);
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }
}
