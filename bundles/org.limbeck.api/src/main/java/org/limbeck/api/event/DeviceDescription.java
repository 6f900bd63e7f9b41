package org.limbeck.api.event;

/**
 * A device that takes part in a run.
 *
 * @param id the device's id
 * @param architecture the name of its architecture
 * @param parameters the number of trainable parameters of its model
 * @param privateRows the number of its private rows
 * @param adversary the name of the attack by which it lies; empty if it is honest
 */
public record DeviceDescription(
    String id, String architecture, int parameters, int privateRows, String adversary) {

  /** Reads nothing said of an attack, as in what older versions have saved, as honesty. */
  public DeviceDescription {
    adversary = adversary == null ? "" : adversary;
  }

  /** Makes the description of an honest device. */
  public DeviceDescription(String id, String architecture, int parameters, int privateRows) {
    this(id, architecture, parameters, privateRows, "");
  }
}
