package org.limbeck.api.event;

import java.util.List;

/**
 * What the devices of this process think, where others run elsewhere: comes before {@link
 * RoundEvaluated} of the same round. From the parts of all processes, the figures that compare a
 * device with all others can be worked out.
 *
 * @param round the number of rounds completed so far; 0 before the first
 * @param devices the decisions of each device of this process, in ascending order
 */
public record DecisionsTaken(long round, List<DeviceDecisions> devices) implements RunEvent {

  /** Copies the list. */
  public DecisionsTaken {
    devices = List.copyOf(devices);
  }
}
