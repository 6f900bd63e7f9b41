package org.limbeck.api.event;

import java.util.List;

/**
 * The devices were evaluated after a round.
 *
 * @param round the number of rounds completed so far; 0 before the first
 * @param devices the evaluation of each device, in ascending order
 */
public record RoundEvaluated(long round, List<DeviceEvaluation> devices) implements RunEvent {

  /** Copies the list. */
  public RoundEvaluated {
    devices = List.copyOf(devices);
  }
}
