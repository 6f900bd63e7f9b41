package org.limbeck.cli.option;

import picocli.CommandLine.Option;

/** {@code --quiet}: no progress. */
public final class QuietOption {
  @Option(names = "--quiet", description = "Show no progress, only the result.")
  private boolean quiet;

  /** Returns whether progress is unwanted. */
  public boolean quiet() {
    return quiet;
  }
}
