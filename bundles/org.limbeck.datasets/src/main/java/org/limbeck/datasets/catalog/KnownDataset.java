package org.limbeck.datasets.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A well-known dataset.
 *
 * @param name the name of its plug-ins, and of its folder
 * @param title what it is, in a few words
 * @param licence what its publishers allow
 * @param systemPackage the name of the system's package that installs it, if there is one
 * @param downloads the files to download
 * @param contents the files that its folder must hold for the plug-ins, plain or with {@code .gz}
 */
public record KnownDataset(
    String name,
    String title,
    String licence,
    Optional<String> systemPackage,
    List<RemoteFile> downloads,
    List<String> contents) {

  /** Copies the lists. */
  public KnownDataset {
    downloads = List.copyOf(downloads);
    contents = List.copyOf(contents);
  }

  /** Returns whether a folder holds all its files. */
  public boolean isIn(Path folder) {
    return contents.stream().allMatch(file -> DataFiles.find(folder, file).isPresent());
  }

  /** Returns this dataset, of which only files are needed whose names begin so. */
  public KnownDataset only(String beginning) {
    return new KnownDataset(
        name,
        title,
        licence,
        systemPackage,
        downloads,
        contents.stream().filter(file -> file.startsWith(beginning)).toList());
  }

  /** Returns whether a file belongs to it, plain or compressed. */
  public boolean contains(String file) {
    return contents.contains(file.replaceFirst("\\.gz$", ""));
  }

  /** Returns what a person can do who does not have it, in one line. */
  public String remedy() {
    return "run 'limbeck data fetch "
        + name
        + "'"
        + systemPackage.map(p -> ", or 'apt install " + p + "'").orElse("")
        + ", or say where it is: --set dataset.path=DIR";
  }
}
