package org.limbeck.shell.prompt;

import java.util.List;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.shell.command.Runs;

/** What stands before a line: the run that commands act on, and its round. */
final class Prompt {
  private final Runs runs;

  Prompt(Runs runs) {
    this.runs = runs;
  }

  /** Returns such as {@code quickstart 137> }, or {@code limbeck> } where no one run is meant. */
  @Override
  public String toString() {
    List<Runs.Named> all = runs.all();
    if (all.size() != 1) {
      return "limbeck> ";
    }
    RunStatus status = all.get(0).control().status();
    return status.experiment() + " " + status.round() + "> ";
  }
}
