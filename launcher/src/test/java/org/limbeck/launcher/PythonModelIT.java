package org.limbeck.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.launcher.process.Shell;

/**
 * Devices in Python, where Debian's Python is installed with what they need: they learn among
 * others, and each way to fail is one clear message.
 */
class PythonModelIT {
  private static final Path EXAMPLES = Path.of("../examples").toAbsolutePath().normalize();
  private static final String PYTHON = "/usr/bin/python3";
  private static final String SMALL =
      """
      rounds: 3
      data: digits
      reference: {name: digits, rows: 40}
      algorithm: {name: distributed-distillation, referenceBatch: 20}
      devices:
        - {count: 2, architecture: {name: external, command: [python3, failing_model.py, %s], timeout: 5}}
        - {count: 1, architecture: softmax}
      """;

  @TempDir private Path place;
  private Shell shell;

  @BeforeEach
  void openShell() throws Exception {
    assumeTrue(hasModules("numpy"), PYTHON + " or numpy is not there");
    shell = new Shell(place, Shell.DISTRIBUTION).quick().with("PATH", "/usr/bin:/bin");
  }

  @Test
  void learnsAmongDevicesInOtherLanguages() throws Exception {
    assumeTrue(hasModules("torch,sklearn"), "PyTorch or scikit-learn is not there");
    Files.createSymbolicLink(shell.folder().resolve("examples"), EXAMPLES);

    Shell.Result result =
        shell.run(
            "run",
            "examples/mixed-languages.yaml",
            "--out=run",
            "--set=rounds=100",
            "--set=evaluateEvery=50");

    assertThat(result.exitCode()).as(result.err()).isZero();
    JsonNode summary =
        new ObjectMapper().readTree(shell.folder().resolve("run/summary.json").toFile());
    assertThat(summary.get("meanTestAccuracy").asDouble())
        .isGreaterThan(summary.get("meanTestAccuracyAlone").asDouble());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "raises | error: RuntimeError: no luck today (failing_model.py:26, in step:",
        "is-killed | signal 9",
        "writes-junk | standard output",
        "hangs | within 5 s"
      })
  void failsWithOneClearMessage(String failure, String message) throws Exception {
    write(failure);

    Shell.Result result = shell.run("run", "failing.yaml", "--out=run", "--quiet");

    assertThat(result.exitCode()).as(result.err()).isEqualTo(2);
    assertThat(result.err()).contains("failing_model.py " + failure, message);
    assertThat(result.err()).doesNotContain("\tat ", "Traceback");
  }

  @Test
  void printsDoNotHarm() throws Exception {
    write("never");

    Shell.Result result = shell.run("run", "failing.yaml", "--out=run", "--quiet");

    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  private void write(String failure) throws IOException {
    Files.writeString(shell.folder().resolve("failing.yaml"), SMALL.formatted(failure));
    try (InputStream in = getClass().getResourceAsStream("/failing_model.py")) {
      Files.copy(in, shell.folder().resolve("failing_model.py"));
    }
  }

  private static boolean hasModules(String names) throws Exception {
    if (!Files.isExecutable(Path.of(PYTHON))) {
      return false;
    }
    Process process = new ProcessBuilder(List.of(PYTHON, "-c", "import " + names)).start();
    return process.waitFor(60, SECONDS) && process.exitValue() == 0;
  }
}
