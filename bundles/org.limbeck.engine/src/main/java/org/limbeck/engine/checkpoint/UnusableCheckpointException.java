package org.limbeck.engine.checkpoint;

import org.limbeck.experiment.InvalidInputException;

/** A checkpoint that is whole, but from which this run cannot go on: another one may do. */
public final class UnusableCheckpointException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Makes the exception of what is told where no other checkpoint does. */
  public UnusableCheckpointException(InvalidInputException refusal) {
    super(refusal.getMessage(), refusal);
  }

  /** Returns what is told where no other checkpoint does. */
  public InvalidInputException refusal() {
    return (InvalidInputException) getCause();
  }
}
