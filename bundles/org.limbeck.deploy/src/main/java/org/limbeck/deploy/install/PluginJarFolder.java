package org.limbeck.deploy.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.limbeck.api.protection.FileProtection;
import org.osgi.framework.BundleContext;

/**
 * The folder that jars are dropped into.
 *
 * @param path where it is, which may be nowhere
 * @param protection tells what others may change
 */
record PluginJarFolder(Optional<Path> path, FileProtection protection) {

  /** Returns the folder that the framework's properties name. */
  static PluginJarFolder of(BundleContext context, FileProtection protection) {
    String named = context.getProperty("limbeck.plugins");
    String home = context.getProperty("limbeck.home");
    return new PluginJarFolder(
        Optional.ofNullable(named)
            .map(Path::of)
            .or(() -> Optional.ofNullable(home).map(h -> Path.of(h, "plugins"))),
        protection);
  }

  /** Returns what is in it. */
  List<Path> jars() {
    if (path.filter(Files::isDirectory).isEmpty()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path.get())) {
      return files.filter(PluginJarFolder::isJar).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Returns what changes when a jar does, for each jar. */
  Map<Path, String> stamps() {
    Map<Path, String> stamps = new TreeMap<>();
    for (Path jar : jars()) {
      try {
        stamps.put(jar, PluginJar.stamp(jar));
      } catch (IOException e) {
        // It went while we looked.
      }
    }
    return stamps;
  }

  /** Returns why nothing that is in the folder may be installed, if there is anything in it. */
  Optional<String> refusal() {
    return jars().isEmpty() ? Optional.empty() : refusal(path.orElseThrow());
  }

  /** Returns why a jar may not be installed, whatever is in it. */
  Optional<String> refusal(Path jar) {
    try {
      return protection.writableByOthers(jar);
    } catch (IOException e) {
      return Optional.of("it cannot be told who may change " + jar + ": " + e);
    }
  }

  private static boolean isJar(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".jar") && !name.startsWith(".");
  }
}
