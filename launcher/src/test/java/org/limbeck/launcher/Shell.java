package org.limbeck.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a distribution's {@code bin/limbeck} in a folder, as people and scripts do. */
final class Shell {
  /** The distribution that was built. */
  static final Path DISTRIBUTION = Path.of(System.getProperty("limbeck.distribution"));

  private static final long TIMEOUT_SECONDS = 180;

  private final Path distribution;
  private final Path folder;
  private final Path outputs;

  /** Opens a shell for the distribution that was built. */
  Shell(Path folder) throws IOException {
    this(folder, DISTRIBUTION);
  }

  /** Opens a shell in an empty folder, and puts the experiment {@code small.yaml} there. */
  Shell(Path folder, Path distribution) throws IOException {
    this.distribution = distribution;
    this.folder = Files.createDirectory(folder.resolve("work"));
    this.outputs = Files.createDirectory(folder.resolve("outputs"));
    try (InputStream in = Shell.class.getResourceAsStream("/small.yaml")) {
      Files.copy(in, this.folder.resolve("small.yaml"));
    }
  }

  /** What a command has written and returned. */
  record Result(int exitCode, String out, String err) {}

  /** A command that may still run. */
  record Running(Process process, Path out, Path err) {

    /** Returns what it has written to standard error so far. */
    String errSoFar() throws IOException {
      return Files.readString(err);
    }

    /** Waits for its end. */
    Result finish() throws IOException, InterruptedException {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** Returns the folder that commands run in. */
  Path folder() {
    return folder;
  }

  /** Runs a command to its end, with nothing on standard input. */
  Result run(String... args) throws IOException, InterruptedException {
    return start(args).finish();
  }

  /** Begins a command, with nothing on standard input. */
  Running start(String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(distribution.resolve("bin/limbeck").toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Path out = Files.createTempFile(outputs, "out", ".txt");
    Path err = Files.createTempFile(outputs, "err", ".txt");
    Process process =
        builder
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new Running(process, out, err);
  }

  /** Returns the files and folders below the folder, hidden ones too, as relative paths. */
  List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
