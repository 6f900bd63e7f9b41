package org.limbeck.api.event;

import java.util.List;

/**
 * One thing that changed between two rounds.
 *
 * @param kind a kind of plug-in, such as {@code topology}; {@code join} or {@code leave} for
 *     devices; or a key of the experiment, such as {@code localSteps}
 * @param from what was in use before, as an experiment writes it: {@code ring}, or {@code
 *     small-world {neighbours: 4}}; empty for a device that joins
 * @param to what is in use now; empty for a device that leaves
 * @param devices the ids of the devices that it concerns, in ascending order
 */
public record Change(String kind, String from, String to, List<String> devices) {

  /** Copies the list. */
  public Change {
    devices = List.copyOf(devices);
  }
}
