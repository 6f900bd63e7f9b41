package org.limbeck.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes distributions of a test's own. */
public final class DistributionCopy {
  private DistributionCopy() {}

  /** Makes one without DeepLearning4J, which is large. */
  public static Path small(Path home) throws IOException {
    return make(home, bundle -> !bundle.contains("dl4j"));
  }

  /**
   * Copies the distribution that was built, with nothing in {@code plugins/}; bundles are linked.
   *
   * @param home the folder to make
   * @param kept which bundles to keep, by their file names
   */
  public static Path make(Path home, Predicate<String> kept) throws IOException {
    for (String part : List.of("bin", "etc", "lib")) {
      Path folder = Files.createDirectories(home.resolve(part));
      for (Path file : files(part)) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    Path bundles = Files.createDirectory(home.resolve("bundles"));
    for (Path bundle : files("bundles")) {
      if (kept.test(bundle.getFileName().toString())) {
        Files.createSymbolicLink(bundles.resolve(bundle.getFileName()), bundle);
      }
    }
    Files.createDirectory(
        home.resolve("plugins"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    return home;
  }

  /** Returns the jar of a bundle. */
  public static Path bundle(Path home, String symbolicName) throws IOException {
    try (Stream<Path> bundles = Files.list(home.resolve("bundles"))) {
      return bundles
          .filter(bundle -> bundle.getFileName().toString().startsWith(symbolicName + "-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(Shell.DISTRIBUTION.resolve(part))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }
}
