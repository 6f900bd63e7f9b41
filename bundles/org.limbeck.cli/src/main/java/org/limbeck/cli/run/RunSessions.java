package org.limbeck.cli.run;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.Engine;
import org.limbeck.engine.RunSettings;
import org.limbeck.engine.control.Shell;

/** Makes sessions that a person can interrupt, one at a time. */
public final class RunSessions {

  /** What a command does with a session. */
  @FunctionalInterface
  interface Work {
    /** Returns the exit code. */
    int with(RunSession session) throws Exception;
  }

  private final Engine engine;
  private final ComponentVersions versions;
  private final Interruptible runs;
  private final Supplier<Optional<Shell>> shell;
  private final Terminal terminal;
  private final ToIntFunction<Throwable> errors;

  public RunSessions(
      Engine engine,
      ComponentVersions versions,
      Interruptible runs,
      Supplier<Optional<Shell>> shell,
      Terminal terminal,
      ToIntFunction<Throwable> errors) {
    this.engine = engine;
    this.versions = versions;
    this.runs = runs;
    this.shell = shell;
    this.terminal = terminal;
    this.errors = errors;
  }

  /**
   * Does some work with a new session.
   *
   * @throws picocli.CommandLine.ParameterException if an option is wrong
   */
  int call(RunOptions options, Work work) throws Exception {
    RunSettings settings = options.settings();
    Optional<Shell> wanted = Optional.empty();
    if (options.shell()) {
      wanted = Optional.of(shell.get().orElseThrow(options::noShell));
    }
    RunSession session =
        new RunSession(engine, versions, runs, settings, options, wanted, terminal);
    return runs.call(() -> work.with(session), errors);
  }
}
