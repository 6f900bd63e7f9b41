package org.limbeck.architectures.external.check;

/** A check has seen what must not be; the message says what. */
final class BrokenPromiseException extends Exception {
  private static final long serialVersionUID = 1L;

  BrokenPromiseException(String seen) {
    super(seen);
  }
}
