package org.limbeck.datasets.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  @TempDir Path folder;
  private final KnownDataset fashion = KnownDatasets.fashionMnist();

  @Test
  void cacheIsInTheHomeFolder() {
    assertThat(cache(Map.of())).isEqualTo(Path.of("/home/ada/.cache/limbeck/data"));
    assertThat(cache(Map.of("LIMBECK_DATA", "", "XDG_CACHE_HOME", " ")))
        .isEqualTo(Path.of("/home/ada/.cache/limbeck/data"));
  }

  @Test
  void cacheIsWhereTheEnvironmentSays() {
    assertThat(cache(Map.of("XDG_CACHE_HOME", "/var/tmp")))
        .isEqualTo(Path.of("/var/tmp/limbeck/data"));
    assertThat(cache(Map.of("XDG_CACHE_HOME", "/var/tmp", "LIMBECK_DATA", "/data")))
        .isEqualTo(Path.of("/data"));
  }

  @Test
  void theCacheComesBeforeTheSystem() throws IOException {
    DataFolders folders = folders();
    assertThat(folders.find(fashion)).isEmpty();
    fill(folder.resolve("system/fashion-mnist"), "");
    assertThat(folders.find(fashion)).contains(folder.resolve("system/fashion-mnist"));
    fill(folder.resolve("cache/fashion-mnist"), ".gz");
    assertThat(folders.find(fashion)).contains(folder.resolve("cache/fashion-mnist"));
    assertThat(folders.require(fashion, "")).isEqualTo(folder.resolve("cache/fashion-mnist"));
  }

  @Test
  void aPathIsTheFolderOrOneAboveIt() throws IOException {
    fill(folder.resolve("mine/fashion-mnist"), ".gz");
    fill(folder.resolve("system/fashion-mnist"), "");
    Path expected = folder.resolve("mine/fashion-mnist");
    assertThat(folders().require(fashion, expected.toString())).isEqualTo(expected);
    assertThat(folders().require(fashion, folder.resolve("mine").toString())).isEqualTo(expected);
  }

  @Test
  void saysWhereItLookedAndWhatToDo() throws IOException {
    fill(folder.resolve("system/fashion-mnist"), "");
    Files.delete(folder.resolve("system/fashion-mnist/t10k-labels-idx1-ubyte"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folders().require(fashion, ""))
        .withMessage(
            "the files of fashion-mnist are not in %s or %s: run 'limbeck data fetch"
                    .formatted(
                        folder.resolve("cache/fashion-mnist"),
                        folder.resolve("system/fashion-mnist"))
                + " fashion-mnist', or 'apt install dataset-fashion-mnist', or say where it is:"
                + " --set dataset.path=DIR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> folders().require(KnownDatasets.mnist(), "/nowhere"))
        .withMessage(
            "the files of mnist are not in /nowhere or /nowhere/mnist: run 'limbeck data fetch"
                + " mnist', or say where it is: --set dataset.path=DIR");
  }

  private DataFolders folders() {
    return new DataFolders(folder.resolve("cache"), List.of(folder.resolve("system")));
  }

  private static Path cache(Map<String, String> environment) {
    return DataFolders.of(environment, HOME).cache();
  }

  private void fill(Path at, String ending) throws IOException {
    Files.createDirectories(at);
    for (String file : fashion.contents()) {
      Files.createFile(at.resolve(file + ending));
    }
  }
}
