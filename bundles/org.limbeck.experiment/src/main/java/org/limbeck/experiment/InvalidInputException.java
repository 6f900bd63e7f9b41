package org.limbeck.experiment;

import java.util.List;
import java.util.stream.Collectors;

/** The input is wrong; the problems say where and what. Not a fault of the program. */
public final class InvalidInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Makes the exception of at least one problem. */
  public InvalidInputException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Makes the exception of one problem. */
  public InvalidInputException(Origin origin, String message) {
    this(List.of(new Problem(origin, message)));
  }

  /** Returns the problems in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }
}
