package org.limbeck.report.parts;

import java.util.List;
import java.util.Locale;
import org.limbeck.api.event.DecisionsTaken;
import org.limbeck.api.event.DeviceDecisions;

/**
 * What the devices of a part think at an evaluation, all about the same reference rows and classes.
 *
 * @param round the number of rounds completed so far
 * @param classes the number of classes K
 * @param rows the number of reference rows R
 * @param devices the devices in ascending order, with R × K decisions and estimates each; not to be
 *     changed
 */
public record Decisions(long round, int classes, int rows, List<DeviceDecisions> devices) {
  private static final String FOLDER = "decisions/";
  private static final String SUFFIX = ".bin";

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if sizes are not as they should be
   */
  public Decisions {
    devices = List.copyOf(devices);
    int size = Math.multiplyExact(rows, classes);
    for (DeviceDecisions device : devices) {
      if (device.classes() != classes
          || device.decisions().length != size
          || device.estimate().length != size) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s is to have %d decisions and estimates of %d classes",
                device.device(),
                size,
                classes));
      }
    }
  }

  /** Takes what an event tells; its sizes are those of the first device. */
  static Decisions of(DecisionsTaken taken) {
    int classes = taken.devices().isEmpty() ? 0 : taken.devices().get(0).classes();
    int rows = classes == 0 ? 0 : taken.devices().get(0).decisions().length / classes;
    return new Decisions(taken.round(), classes, rows, taken.devices());
  }

  /** Returns the place in a run folder of the decisions after some rounds. */
  public static String file(long round) {
    return FOLDER + round + SUFFIX;
  }
}
