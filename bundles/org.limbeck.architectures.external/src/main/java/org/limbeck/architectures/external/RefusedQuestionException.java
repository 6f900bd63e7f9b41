package org.limbeck.architectures.external;

/** A program has answered a question with an error, and goes on. */
final class RefusedQuestionException extends ProgramException {
  private static final long serialVersionUID = 1L;

  RefusedQuestionException(String message) {
    super(message);
  }
}
