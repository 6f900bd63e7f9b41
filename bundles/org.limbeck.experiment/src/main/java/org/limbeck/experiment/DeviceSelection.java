package org.limbeck.experiment;

import java.util.List;

/**
 * Devices as people name them, such as {@code [1, 4-6, kitchen]}. Which are there is known to the
 * experiment alone. Immutable.
 *
 * @param devices each a number as Long, a range such as {@code 4-6}, or an id; anything else is
 *     refused when the swap is applied
 * @param listed whether they are written as a list; only one need not be
 */
public record DeviceSelection(List<Object> devices, boolean listed) {

  /** Copies the list. */
  public DeviceSelection {
    devices = devices.stream().toList();
    if (devices.size() != 1 && !listed) {
      throw new IllegalArgumentException(devices.size() + " devices are a list");
    }
  }

  /** Names devices in a list. */
  public static DeviceSelection of(List<?> devices) {
    return new DeviceSelection(List.copyOf(devices), true);
  }

  /** Returns the devices as an experiment file has them: a list, or one alone. */
  Object value() {
    return listed ? devices : devices.get(0);
  }
}
