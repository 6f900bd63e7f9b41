package org.limbeck.shell.prompt;

import java.util.List;
import org.limbeck.engine.control.RunStatus;
import org.limbeck.shell.command.OpenRuns;

/** What stands before a line: the run that commands act on, and its round. */
final class Prompt {
  private final OpenRuns runs;

  Prompt(OpenRuns runs) {
    this.runs = runs;
  }

  /** Returns such as {@code quickstart 137> }, or {@code limbeck> } where no one run is meant. */
  @Override
  public String toString() {
    List<OpenRuns.Named> all = runs.all();
    if (all.size() != 1) {
      return "limbeck> ";
    }
    RunStatus status = all.get(0).control().status();
    return status.experiment() + " " + status.round() + "> ";
  }
}
