package org.limbeck.api.event;

import java.util.List;

/**
 * All devices have finished a round.
 *
 * @param round the number of the round, from 0
 * @param devices what each device did in it, in ascending order
 */
public record RoundCompleted(long round, List<DeviceRound> devices) implements RunEvent {

  /** Copies the list. */
  public RoundCompleted {
    devices = List.copyOf(devices);
  }
}
