package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.launcher.process.Shell;

/** Today's distribution with plug-ins that were built against an earlier release of the API. */
class ReleasedPluginsIT {
  private static final Path RELEASED = Path.of("../cnf/released").toAbsolutePath();
  private static final List<String> PLUGINS =
      List.of("org.limbeck.aggregation", "org.limbeck.topologies");

  @TempDir private Path folder;

  static List<String> versions() throws IOException {
    return Files.readAllLines(RELEASED.resolve("versions")).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("versions")
  void run(String version) throws Exception {
    Shell shell = new Shell(folder, distributionWithPluginsOf(version)).quick();

    assertThat(shell.run("plugins").out().replaceAll("\\s+", " "))
        .contains("(org.limbeck.aggregation %s)".formatted(version))
        .contains("(org.limbeck.topologies %s)".formatted(version))
        .doesNotContain("not available");
    Shell.Result result = shell.run("run", "small.yaml");
    assertThat(result.err()).doesNotContain("limbeck:");
    assertThat(result.exitCode()).isZero();
  }

  private Path distributionWithPluginsOf(String version) throws IOException {
    Path home = Files.createDirectory(folder.resolve("limbeck"));
    // The launcher's own jar says where its distribution is: no links for those.
    for (String part : List.of("bin", "etc", "lib", "bundles")) {
      Path copy = Files.createDirectory(home.resolve(part));
      try (Stream<Path> files = Files.list(Shell.DISTRIBUTION.resolve(part))) {
        for (Path file : files.filter(f -> !isOneOf(PLUGINS, f)).toList()) {
          Path target = copy.resolve(file.getFileName());
          if (part.equals("bundles")) {
            Files.createSymbolicLink(target, file);
          } else {
            Files.copy(file, target);
          }
        }
      }
    }
    Path plugins = Files.createDirectory(home.resolve("plugins"));
    for (String plugin : PLUGINS) {
      String jar = "%s-%s.jar".formatted(plugin, version);
      Files.copy(
          RELEASED.resolve("org/limbeck").resolve(plugin).resolve(version).resolve(jar),
          plugins.resolve(jar));
    }
    return home;
  }

  private static boolean isOneOf(List<String> bundles, Path file) {
    return bundles.stream().anyMatch(b -> file.getFileName().toString().startsWith(b + "-"));
  }
}
