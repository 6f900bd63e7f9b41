package org.limbeck.engine.experiment;

import java.util.Optional;

/**
 * A device that an experiment asks for.
 *
 * @param id the device's id, unique in its experiment: lower-case letters, digits and hyphens
 * @param architecture what it makes its model with
 * @param attack how it lies; empty if it is honest
 */
public record DeviceSpec(String id, PluginChoice architecture, Optional<PluginChoice> attack) {

  /** Makes an honest device. */
  public DeviceSpec(String id, PluginChoice architecture) {
    this(id, architecture, Optional.empty());
  }

  /** Returns the same device with another architecture. */
  public DeviceSpec withArchitecture(PluginChoice other) {
    return new DeviceSpec(id, other, attack);
  }

  /** Returns the same device as an adversary. */
  public DeviceSpec lyingBy(PluginChoice how) {
    return new DeviceSpec(id, architecture, Optional.of(how));
  }
}
