package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A distribution without its architectures, and with a topology that does not resolve. */
class MissingPluginsIT {
  private static final String REMOVED = "org.limbeck.architectures.";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    Path home = Files.createDirectory(folder.resolve("limbeck"));
    for (String part : List.of("bin", "etc", "lib")) {
      for (Path file : files(part)) {
        Path copy = home.resolve(part).resolve(file.getFileName());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    Path bundles = Files.createDirectory(home.resolve("bundles"));
    for (Path bundle : files("bundles")) {
      String name = bundle.getFileName().toString();
      if (!name.startsWith(REMOVED)) {
        Files.createSymbolicLink(bundles.resolve(name), bundle);
      }
    }
    Path plugins = Files.createDirectory(home.resolve("plugins"));
    write(
        plugins.resolve("moebius.jar"),
        Map.of(
            "Bundle-ManifestVersion", "2",
            "Bundle-SymbolicName", "org.example.moebius",
            "Import-Package", "org.example.band",
            "Provide-Capability", "limbeck.topology;name=moebius"));
    shell = new Shell(folder, home);
  }

  @Test
  void areListedWithTheReason() throws Exception {
    Shell.Result result = shell.run("plugins");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().replaceAll("\\s+", " "))
        .contains("ring", "not available")
        .contains("topology moebius: its bundle org.example.moebius does not resolve")
        .contains("package org.example.band")
        .contains("architecture mlp: its bundle org.limbeck.architectures.vector is not there")
        .contains("put it back into bundles/");
  }

  @Test
  void areAnErrorOfTheExperiment() throws Exception {
    Shell.Result result = shell.run("run", "small.yaml", "--set", "topology.name=moebius");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("topology.name", "'moebius' cannot be used", "org.example.band")
        .contains("devices.0.architecture.name: ", "'mlp' cannot be used")
        .contains("devices.1.architecture.name: ", "'softmax' cannot be used")
        .doesNotContain("\tat ");
    assertThat(shell.files()).containsExactly("small.yaml");
  }

  private static List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.list(Shell.DISTRIBUTION.resolve(part))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void write(Path jar, Map<String, String> headers) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach(manifest.getMainAttributes()::putValue);
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
