package org.limbeck.launcher.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.launcher.process.DistributionCopy;
import org.limbeck.launcher.process.Jars;
import org.limbeck.launcher.process.Shell;

/** A distribution without its architectures, and with a topology that does not resolve. */
class MissingPluginsIT {
  private static final String REMOVED = "org.limbeck.architectures.";

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    Path home =
        DistributionCopy.make(folder.resolve("limbeck"), bundle -> !bundle.startsWith(REMOVED));
    Jars.write(
        home.resolve("plugins/moebius.jar"),
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

  @Test
  void areAnErrorOfTheCommandThatChecksThem() throws Exception {
    Shell.Result result = shell.run("check-model", "true");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("bundle org.limbeck.architectures.external is missing: put it back")
        .doesNotContain("\tat ");
  }
}
