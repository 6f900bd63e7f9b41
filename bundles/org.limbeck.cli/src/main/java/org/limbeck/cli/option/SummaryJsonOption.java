package org.limbeck.cli.option;

import picocli.CommandLine.Option;

/** {@code --json} of commands whose result is that of a run. */
public final class SummaryJsonOption {
  @Option(
      names = "--json",
      description = "Write summary.json, and nothing else, to standard output.")
  private boolean json;

  /** Returns whether {@code summary.json} is wanted. */
  public boolean json() {
    return json;
  }
}
