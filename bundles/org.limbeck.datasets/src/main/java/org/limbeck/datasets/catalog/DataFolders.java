package org.limbeck.datasets.catalog;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where datasets are looked for: each in a folder of its name.
 *
 * @param cache the folder that downloads go into
 * @param system the folders that the system's packages use
 */
public record DataFolders(Path cache, List<Path> system) {

  /** Copies the list. */
  public DataFolders {
    system = List.copyOf(system);
  }

  /**
   * Returns the folders of this machine. The cache is {@code LIMBECK_DATA}, or else {@code
   * limbeck/data} in {@code XDG_CACHE_HOME}, or else in {@code ~/.cache}.
   */
  public static DataFolders ofThisMachine() {
    return of(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static DataFolders of(Map<String, String> environment, Path home) {
    return new DataFolders(
        absolute(environment.get("LIMBECK_DATA"))
            .orElseGet(
                () ->
                    absolute(environment.get("XDG_CACHE_HOME"))
                        .orElse(home.resolve(".cache"))
                        .resolve("limbeck")
                        .resolve("data")),
        List.of(Path.of("/usr/local/share/datasets"), Path.of("/usr/share/datasets")));
  }

  /** Returns the folder that holds a dataset: the cache's, or else that of a system's package. */
  public Optional<Path> find(KnownDataset dataset) {
    return candidates(dataset).stream().filter(dataset::isIn).findFirst();
  }

  /**
   * Returns the folder that holds a dataset.
   *
   * @param path that folder, or one with a folder of the dataset's name in it; if empty, the
   *     folders of this machine are searched
   * @throws IllegalArgumentException if it is not there; the message says how to get it
   */
  public Path require(KnownDataset dataset, String path) {
    List<Path> candidates =
        path.isEmpty()
            ? candidates(dataset)
            : List.of(Path.of(path), Path.of(path).resolve(dataset.name()));
    return candidates.stream()
        .filter(dataset::isIn)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(missing(dataset, candidates)));
  }

  private List<Path> candidates(KnownDataset dataset) {
    List<Path> candidates = new ArrayList<>(List.of(cache.resolve(dataset.name())));
    system.forEach(folder -> candidates.add(folder.resolve(dataset.name())));
    return candidates;
  }

  private static String missing(KnownDataset dataset, List<Path> candidates) {
    return "the files of "
        + dataset.name()
        + " are not in "
        + candidates.stream().map(Path::toString).collect(Collectors.joining(" or "))
        + ": "
        + dataset.remedy();
  }

  private static Optional<Path> absolute(String folder) {
    return Optional.ofNullable(folder).filter(f -> !f.isBlank()).map(Path::of);
  }
}
