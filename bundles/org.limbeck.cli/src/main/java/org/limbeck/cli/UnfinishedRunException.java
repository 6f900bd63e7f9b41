package org.limbeck.cli;

/** A run was cut short and can go on; the message says how, the cause why it was. */
final class UnfinishedRunException extends Exception {
  private static final long serialVersionUID = 1L;

  UnfinishedRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
