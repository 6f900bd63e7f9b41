package org.limbeck.experiment;

import java.util.Optional;
import org.limbeck.exchange.frame.DeviceId;

/**
 * A device that an experiment asks for.
 *
 * @param id the device's id, unique in its experiment: lower-case letters, digits and hyphens
 * @param architecture what it makes its model with
 * @param attack how it lies; empty if it is honest
 * @param slowness how many rounds of the experiment one of its own takes, at least 1
 */
public record DeviceSpec(
    String id, PluginChoice architecture, Optional<PluginChoice> attack, int slowness) {
  /** Makes an honest device that is as fast as others. */
  public DeviceSpec(String id, PluginChoice architecture) {
    this(id, architecture, Optional.empty(), 1);
  }

  /** Returns whether a device can be called so. */
  public static boolean isId(String text) {
    return DeviceId.isValid(text);
  }

  /** Returns the same device with another architecture. */
  public DeviceSpec withArchitecture(PluginChoice other) {
    return new DeviceSpec(id, other, attack, slowness);
  }

  /** Returns the same device as an adversary. */
  public DeviceSpec withAttack(PluginChoice other) {
    return new DeviceSpec(id, architecture, Optional.of(other), slowness);
  }

  /** Returns the same device with another slowness. */
  public DeviceSpec withSlowness(int times) {
    return new DeviceSpec(id, architecture, attack, times);
  }
}
