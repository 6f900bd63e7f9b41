package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.limbeck.launcher.process.Shell;

/** Input that is wrong: a message that helps, exit code 2, and nothing left behind. */
class BadInputIT {
  @RegisterExtension static final InProcessLauncher IN_PROCESS = new InProcessLauncher();

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void open() throws IOException {
    shell = new Shell(folder).quick();
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("sed=3", List.of("sed", "seed")),
        Arguments.of("topology.name=rign", List.of("topology.name", "rign", "ring", "star")),
        Arguments.of("algorithm.lss=squared", List.of("algorithm", "lss", "loss")),
        Arguments.of("algorithm.loss=square", List.of("algorithm.loss", "square", "squared")),
        Arguments.of("rounds=many", List.of("rounds", "many", "whole number")),
        Arguments.of("rounds=0", List.of("rounds", "0", "1 or more")),
        Arguments.of(
            "topology={name: edges, edges: [\"1-2\", \"3-4\"]}",
            List.of("topology", "not connected", "device-3")),
        Arguments.of("devices.0.count=1000", List.of("1002 devices", "640")));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void refusesSettings(String setting, List<String> said) throws Exception {
    String file = shell.folder().resolve("small.yaml").toString();
    Shell.Result result = IN_PROCESS.run("run", file, "--set", setting);

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: ").contains(said).doesNotContain("\tat ");
    assertThat(result.err().lines()).hasSize(1);
    assertThat(result.out()).isEmpty();
    assertThat(shell.files()).containsExactly("small.yaml");
  }

  @Test
  void namesFileAndLineOfEveryProblem() throws Exception {
    Path file = shell.folder().resolve("small.yaml");
    Files.writeString(
        file,
        Files.readString(file).replace("rounds: 40", "rounds: forty").replace("ring", "rign"));

    Shell.Result result = shell.run("run", "small.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err().lines())
        .hasSize(2)
        .anySatisfy(line -> assertThat(line).contains("small.yaml:4: rounds", "forty"))
        .anySatisfy(line -> assertThat(line).contains("small.yaml:11: topology", "'ring'"));
    assertThat(shell.files()).containsExactly("small.yaml");
  }

  @Test
  void refusesAFileThatIsNotYaml() throws Exception {
    Files.writeString(shell.folder().resolve("small.yaml"), "name: small\nrounds: [1\n");

    Shell.Result result = shell.run("run", "small.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: small.yaml:").contains("YAML");
    assertThat(shell.files()).containsExactly("small.yaml");
  }

  @Test
  void refusesAMissingFile() throws Exception {
    Shell.Result result = shell.run("run", "large.yaml");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: large.yaml: ");
  }

  @Test
  void refusesAFolderThatCannotBeWritten() throws Exception {
    Files.writeString(shell.folder().resolve("file"), "in the way");

    Shell.Result result = shell.run("run", "small.yaml", "--out", "file/run");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: ").contains("file/run");
    assertThat(shell.files()).containsExactly("file", "small.yaml");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws Exception {
    Shell.Result result = shell.run("run", "small.yaml", "--out", ".");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: ").contains("empty folder");
    assertThat(shell.files()).containsExactly("small.yaml");
  }

  @Test
  void suggestsOptions() throws Exception {
    Shell.Result result = shell.run("run", "small.yaml", "--sed", "3");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("limbeck: Unknown option: '--sed'").contains("--seed");
  }
}
