package org.limbeck.deploy.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limbeck.experiment.keys.FilePermissions;
import org.osgi.framework.BundleContext;

/**
 * The folder that jars are dropped into.
 *
 * @param path where it is, which may be nowhere
 */
record PluginJarFolder(Optional<Path> path) {

  /** Returns the folder that the framework's properties name. */
  static PluginJarFolder of(BundleContext context) {
    String named = context.getProperty("limbeck.plugins");
    String home = context.getProperty("limbeck.home");
    return new PluginJarFolder(
        Optional.ofNullable(named)
            .map(Path::of)
            .or(() -> Optional.ofNullable(home).map(h -> Path.of(h, "plugins"))));
  }

  /** Returns what changes when a jar does, for each jar. */
  Map<Path, String> stamps() {
    Map<Path, String> stamps = new TreeMap<>();
    if (path.filter(Files::isDirectory).isEmpty()) {
      return stamps;
    }
    try (Stream<Path> files = Files.list(path.get())) {
      for (Path file : files.filter(PluginJarFolder::isJar).toList()) {
        try {
          stamps.put(file, PluginJar.stamp(file));
        } catch (NoSuchFileException e) {
          // It went while we looked.
        }
      }
    } catch (IOException e) {
      return stamps;
    }
    return stamps;
  }

  /** Returns why nothing that is in the folder may be installed, if there is anything in it. */
  Optional<String> refusal() {
    if (stamps().isEmpty()) {
      return Optional.empty();
    }
    Path folder = path.orElseThrow();
    try {
      return FilePermissions.isWritableByOthers(folder)
          ? Optional.of(
              "others than the owner of this folder may put code into it; do: chmod go-w " + folder)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.of("it cannot be told who may put code into this folder: " + e);
    }
  }

  private static boolean isJar(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".jar") && !name.startsWith(".");
  }
}
