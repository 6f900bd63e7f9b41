package org.limbeck.shell.prompt;

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
    return runs.only()
        .map(status -> status.experiment() + " " + status.round() + "> ")
        .orElse("limbeck> ");
  }
}
