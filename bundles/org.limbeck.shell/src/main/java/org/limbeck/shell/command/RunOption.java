package org.limbeck.shell.command;

import org.limbeck.engine.control.RunControl;
import picocli.CommandLine.Option;

/** The option that names a run where several go on. */
final class RunOption {
  private final OpenRuns runs;

  @Option(
      names = "--run",
      paramLabel = "NAME",
      description = "The run, by the name of its experiment. Needed only where several go on.")
  private String name;

  RunOption(OpenRuns runs) {
    this.runs = runs;
  }

  /**
   * Returns what steers the run.
   *
   * @throws IllegalStateException if there is no such run, or more than one
   */
  RunControl control() {
    return runs.choose(name);
  }
}
