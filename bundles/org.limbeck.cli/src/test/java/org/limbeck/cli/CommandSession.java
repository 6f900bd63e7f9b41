package org.limbeck.cli;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.limbeck.cli.command.Interruptible;
import org.limbeck.cli.terminal.Terminal;
import org.limbeck.engine.control.Shell;
import picocli.CommandLine.Help.Ansi;

/** The command line with an engine that is not one, and streams in memory. */
final class CommandSession {
  final FakeEngine engine = new FakeEngine();
  final FakeCatalog catalog = new FakeCatalog();
  boolean stopping;
  Shell shell;
  final List<Callable<Integer>> more = new ArrayList<>();
  final Interruptible runs = new Interruptible(() -> stopping);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String input = "";
  private boolean interactive;

  CommandSession input(String text) {
    input = text;
    return this;
  }

  /** Puts a person with a colour screen before standard output and error. */
  CommandSession interactive() {
    interactive = true;
    return this;
  }

  int execute(String... args) {
    Ansi ansi = interactive ? Ansi.ON : Ansi.OFF;
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            ansi,
            ansi,
            interactive);
    return new Limbeck(
            engine, catalog, "1.2.3", runs, () -> Optional.ofNullable(shell), more, terminal)
        .execute(args);
  }

  /** Runs {@code small.yaml}. */
  int run(String... options) {
    List<String> args = new ArrayList<>(List.of("run", "small.yaml"));
    args.addAll(List.of(options));
    return execute(args.toArray(String[]::new));
  }

  /** Stops the run as a signal does, and waits for its end. */
  void stop() {
    try {
      runs.stop(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String out() {
    return out.toString();
  }

  String err() {
    return err.toString();
  }
}
