package org.limbeck.cli.option;

import picocli.CommandLine.Option;

/** {@code --json}: the result as JSON. */
@SuppressWarnings("UnusedVariable") // picocli sets the field
public final class JsonOption {
  @Option(names = "--json", description = "Write JSON to standard output, and nothing else.")
  private boolean json;

  /** Returns whether JSON is wanted. */
  public boolean json() {
    return json;
  }
}
