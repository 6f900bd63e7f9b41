package org.limbeck.launcher;

/** The distribution could not be started; the message is for the person at the terminal. */
final class LaunchException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int FAILED = 1;
  private static final int WRONG_INPUT = 2;

  private final int exitCode;

  LaunchException(String message) {
    this(message, null, FAILED);
  }

  LaunchException(String message, Throwable cause) {
    this(message, cause, FAILED);
  }

  private LaunchException(String message, Throwable cause, int exitCode) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /** The command line is wrong. */
  static LaunchException ofInput(String message) {
    return new LaunchException(message, null, WRONG_INPUT);
  }

  /** What the process returns. */
  int exitCode() {
    return exitCode;
  }
}
