package org.limbeck.cli;

/** What a command returns to the shell. */
final class ExitCode {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_INPUT = 2;
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
