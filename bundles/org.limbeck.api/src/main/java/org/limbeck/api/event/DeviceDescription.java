package org.limbeck.api.event;

import java.util.List;

/**
 * A device that takes part in a run.
 *
 * @param id the device's id
 * @param architecture the name of its architecture
 * @param parameters the number of trainable parameters of its model
 * @param privateRows the number of its private rows
 * @param adversary the name of the attack by which it lies; empty if it is honest
 * @param classCounts how many of its private rows are of each class; empty if that is not known
 */
public record DeviceDescription(
    String id,
    String architecture,
    int parameters,
    int privateRows,
    String adversary,
    List<Integer> classCounts) {

  /**
   * Copies the list. Reads nothing said of an attack, as in what older versions have saved, as
   * honesty, and nothing said of classes as not known.
   */
  public DeviceDescription {
    adversary = adversary == null ? "" : adversary;
    classCounts = classCounts == null ? List.of() : List.copyOf(classCounts);
  }

  /** Makes the description of a device of whose classes nothing is known. */
  public DeviceDescription(
      String id, String architecture, int parameters, int privateRows, String adversary) {
    this(id, architecture, parameters, privateRows, adversary, List.of());
  }

  /** Makes the description of an honest device of whose classes nothing is known. */
  public DeviceDescription(String id, String architecture, int parameters, int privateRows) {
    this(id, architecture, parameters, privateRows, "");
  }
}
