package org.limbeck.architectures.external;

/** A program does not do what is asked of it; the message says which, and what was seen. */
class ProgramException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  ProgramException(String message) {
    super(message);
  }
}
