package org.limbeck.cli.run;

/** A run was cut short and can go on; the message says how, the cause why it was. */
public final class UnfinishedRunException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnfinishedRunException(String message, Throwable cause) {
    super(message, cause);
  }
}
