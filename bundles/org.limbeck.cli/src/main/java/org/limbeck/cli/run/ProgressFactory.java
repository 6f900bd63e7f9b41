package org.limbeck.cli.run;

import java.util.function.BooleanSupplier;
import org.limbeck.cli.terminal.Terminal;

/** Chooses how progress is shown. */
final class ProgressFactory {
  private final Terminal terminal;
  private final boolean quiet;

  ProgressFactory(Terminal terminal, boolean quiet) {
    this.terminal = terminal;
    this.quiet = quiet;
  }

  /** Returns the progress of one run; the label goes before it. */
  ProgressDisplay of(String label) {
    if (quiet) {
      return event -> {};
    }
    return terminal.errInteractive()
        ? new ProgressBar(terminal.err(), terminal.errColumns(), label, System::nanoTime)
        : new ProgressLines(terminal.err(), label, () -> true);
  }

  /** Returns the progress of a run beside a shell: little, until the person has left it. */
  ProgressDisplay beside(BooleanSupplier left) {
    return quiet ? event -> {} : new ProgressLines(terminal.err(), "", left);
  }
}
