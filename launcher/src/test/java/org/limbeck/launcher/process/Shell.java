package org.limbeck.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a distribution's {@code bin/limbeck} in a folder, as people and scripts do. */
public final class Shell {
  /** The distribution that was built. */
  public static final Path DISTRIBUTION = Path.of(System.getProperty("limbeck.distribution"));

  private static final int KILLED = 128 + 9;

  /** How long a command may take; longer on a machine that has much else to do. */
  private static final long TIMEOUT_SECONDS = Long.getLong("limbeck.patience", 180);

  private static final long POLL_MILLIS = 1;

  /** What Java itself writes when it is started with vectors. */
  private static final String ANNOUNCEMENT =
      "WARNING: Using incubator modules: jdk.incubator.vector\n";

  private static final String QUICK =
      "-Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData";

  private final Path distribution;
  private final Path folder;
  private final Path outputs;
  private final Map<String, String> environment;
  private final List<String> prefix;

  /** Opens a shell for the distribution that was built. */
  public Shell(Path folder) throws IOException {
    this(folder, DISTRIBUTION);
  }

  /** Opens a shell in an empty folder, and puts the experiment {@code small.yaml} there. */
  public Shell(Path folder, Path distribution) throws IOException {
    this(folder, distribution, "small.yaml");
  }

  /** Opens a shell in an empty folder, and puts an experiment there. */
  public Shell(Path folder, Path distribution, String experiment) throws IOException {
    this.distribution = distribution;
    this.folder = Files.createDirectory(folder.resolve("work"));
    this.outputs = Files.createDirectory(folder.resolve("outputs"));
    this.environment = Map.of("JAVA_HOME", System.getProperty("java.home"));
    this.prefix = List.of();
    try (InputStream in = Shell.class.getResourceAsStream("/" + experiment)) {
      Files.copy(in, this.folder.resolve(experiment));
    }
  }

  private Shell(Shell other, Map<String, String> environment, List<String> prefix) {
    this.distribution = other.distribution;
    this.folder = other.folder;
    this.outputs = other.outputs;
    this.environment = environment;
    this.prefix = prefix;
  }

  /** What a command has written and returned. */
  public record Result(int exitCode, String out, String err) {}

  /** Something to wait for. */
  @FunctionalInterface
  public interface Condition {
    /** Returns whether it is so. */
    boolean isMet() throws IOException;
  }

  /** A command that may still run. */
  public record Running(Process process, Path out, Path err) {

    /** Waits until something is so, which must be before the command ends. */
    public void await(Condition condition) throws IOException, InterruptedException {
      while (!condition.isMet()) {
        assertThat(process.isAlive()).as("still runs; %s", errSoFar()).isTrue();
        Thread.sleep(POLL_MILLIS);
      }
    }

    /** Waits until it has written a text to standard error. */
    public void awaitErr(String text) throws IOException, InterruptedException {
      await(() -> errSoFar().contains(text));
    }

    /** Ends it as Ctrl-C does. */
    public Result interrupt() throws IOException, InterruptedException {
      return end("-INT");
    }

    /** Ends it as service managers do. */
    public Result terminate() throws IOException, InterruptedException {
      return end("-TERM");
    }

    private Result end(String signal) throws IOException, InterruptedException {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      return finish();
    }

    /** Ends it as {@code kill -9} does; it must not have ended by itself. */
    public void kill() throws IOException, InterruptedException {
      process.destroyForcibly();
      assertThat(finish().exitCode()).as("killed; %s", errSoFar()).isEqualTo(KILLED);
    }

    /** Returns what it has written to standard error so far. */
    public String errSoFar() throws IOException {
      return Files.readString(err).replace(ANNOUNCEMENT, "");
    }

    /** Waits for its end. */
    public Result finish() throws IOException, InterruptedException {
      assertThat(process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)).isTrue();
      return new Result(process.exitValue(), Files.readString(out), errSoFar());
    }
  }

  /** Returns this shell with commands that start sooner, and leave nothing outside this test. */
  public Shell quick() {
    return with("LIMBECK_JAVA_OPTS", QUICK + " -Djava.io.tmpdir=" + outputs)
        .with("LIMBECK_VECTORS", "off");
  }

  /** Returns the folder that commands of a quick shell use for temporary files. */
  public Path temporary() {
    return outputs;
  }

  /** Returns this shell with an environment variable. */
  public Shell with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Shell(this, more, prefix);
  }

  /** Returns this shell with commands that another one runs, such as {@code nice}. */
  public Shell under(List<String> command) {
    return new Shell(this, environment, command);
  }

  /** Returns the folder that commands run in. */
  public Path folder() {
    return folder;
  }

  /** Runs a command to its end, with nothing on standard input. */
  public Result run(String... args) throws IOException, InterruptedException {
    return start(args).finish();
  }

  /** Begins a command, with nothing on standard input. */
  public Running start(String... args) throws IOException {
    // Where the tests themselves run in the background, Ctrl-C is ignored, and what they start
    // inherits that.
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(distribution.resolve("bin/limbeck").toString());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
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
  public List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
