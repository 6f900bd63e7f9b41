package org.limbeck.report;

import java.util.List;
import org.limbeck.api.event.RunStarted;

/**
 * All that is kept of a run. Immutable.
 *
 * @param start the event that began it
 * @param evaluations its evaluations in the order of the rounds
 * @param rounds the number of rounds completed
 * @param wallSeconds how long it has taken from its first event to its latest
 */
public record RunRecord(
    RunStarted start, List<Evaluation> evaluations, long rounds, double wallSeconds) {

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if there is no evaluation
   */
  public RunRecord {
    evaluations = List.copyOf(evaluations);
    if (evaluations.isEmpty()) {
      throw new IllegalArgumentException("a run is recorded once it has been evaluated");
    }
  }

  /** Returns the last evaluation. */
  public Evaluation last() {
    return evaluations.get(evaluations.size() - 1);
  }
}
