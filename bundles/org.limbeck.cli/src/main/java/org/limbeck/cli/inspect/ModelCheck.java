package org.limbeck.cli.inspect;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.Shape;
import org.limbeck.architectures.external.check.CheckedProperty;
import org.limbeck.architectures.external.check.ProgramCheck;
import org.limbeck.cli.terminal.Terminal;

/** Checks a program, and shows what is found as it goes on, or all of it as JSON. */
final class ModelCheck {
  private final Terminal terminal;
  private final boolean json;

  ModelCheck(Terminal terminal, boolean json) {
    this.terminal = terminal;
    this.json = json;
  }

  /** What {@code --json} shows. */
  record Outcome(List<String> command, boolean kept, List<CheckedProperty> checks) {}

  /** Returns whether the program keeps to everything. */
  boolean run(List<String> command, int timeout, Shape shape, int classes, float stepSize) {
    List<CheckedProperty> checks = new ArrayList<>();
    boolean kept =
        new ProgramCheck(command, timeout, shape, classes, stepSize)
            .run(json ? checks::add : this::print);
    if (json) {
      terminal.printJson(new Outcome(command, kept, checks));
    }
    return kept;
  }

  private void print(CheckedProperty check) {
    terminal
        .out()
        .println((check.kept() ? "pass  " : "FAIL  ") + check.property() + ": " + check.seen());
    terminal.out().flush();
  }
}
