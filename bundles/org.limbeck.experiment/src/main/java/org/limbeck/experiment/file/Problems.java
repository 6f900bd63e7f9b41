package org.limbeck.experiment.file;

import java.util.ArrayList;
import java.util.List;
import org.limbeck.experiment.InvalidInputException;
import org.limbeck.experiment.Origin;
import org.limbeck.experiment.Problem;

/** Collects what is wrong with some input, so that all of it is told at once. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();

  /** Notes what is wrong somewhere, and what is allowed, on one line. */
  void add(Origin origin, String message) {
    found.add(new Problem(origin, message));
  }

  /** Notes all that someone else has found. */
  void addAll(InvalidInputException refusal) {
    found.addAll(refusal.problems());
  }

  int size() {
    return found.size();
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidInputException with everything that is wrong, if anything is
   */
  void requireNone() {
    if (!found.isEmpty()) {
      throw new InvalidInputException(found);
    }
  }
}
