package org.limbeck.cli.run;

import java.time.Duration;
import org.limbeck.cli.option.QuietOption;
import org.limbeck.cli.option.SummaryJsonOption;
import org.limbeck.engine.RunSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What can be said about how a run goes on; nothing here affects its result. */
final class RunOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "How many threads work on the devices; the results are the same. Default: one per"
              + " processor.")
  private Integer threads;

  @Mixin private SummaryJsonOption output;

  @Mixin private QuietOption progress;

  @Option(
      names = "--shell",
      description =
          "Open a shell on the running system once the devices learn together: swap plug-ins, let"
              + " devices join and leave, pause. When you leave it, the run goes on without you.")
  private boolean shell;

  @Option(
      names = "--hold",
      description =
          "Keep the run after its last round, open for changes and more rounds, until the shell"
              + " ends it or is left. Ctrl-C then ends it too: results are written as after any"
              + " run. Before the last round, Ctrl-C leaves a checkpoint as always.")
  private boolean hold;

  @Option(
      names = {"--timeout", "--patience"},
      paramLabel = "SECONDS",
      description =
          "How long to wait for a plug-in that has gone, before the run ends with a checkpoint."
              + " Default: 300.")
  private Long seconds;

  @Mixin private KeysOption keys;

  boolean json() {
    return output.json();
  }

  boolean quiet() {
    return progress.quiet();
  }

  boolean shell() {
    return shell;
  }

  /**
   * Returns the settings of a run that leaves no checkpoints.
   *
   * @throws ParameterException if an option is out of range
   */
  RunSettings settings() {
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (workers < 1) {
      throw wrong("--threads", "1 or more", workers);
    }
    if (seconds != null && seconds < 0) {
      throw wrong("--timeout", "0 or more", seconds);
    }
    RunSettings settings = RunSettings.of(workers);
    Duration timeout = seconds == null ? settings.timeout() : Duration.ofSeconds(seconds);
    return keys.apply(settings.withLive(true).withHold(hold).withTimeout(timeout));
  }

  /** Returns the error of {@code --shell} where there is none. */
  ParameterException noShell() {
    return new ParameterException(
        spec.commandLine(),
        "--shell: this system has no shell: bundle org.limbeck.shell is missing or did not start");
  }

  private ParameterException wrong(String option, String allowed, long value) {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for option '" + option + "': it is " + allowed + ", not " + value);
  }
}
