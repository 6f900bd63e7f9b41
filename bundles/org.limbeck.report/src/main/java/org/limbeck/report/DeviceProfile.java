package org.limbeck.report;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.limbeck.api.event.DeviceDescription;

/** Who a device is, as {@code summary.json} has it. */
public record DeviceProfile(
    @JsonPropertyDescription("the device's id") String id,
    @JsonPropertyDescription("the name of its architecture") String architecture,
    @JsonPropertyDescription("the number of trainable parameters") int parameters,
    @JsonPropertyDescription("the number of private rows") int privateRows,
    @JsonPropertyDescription("the name of the attack by which it lies; null if it is honest")
        String adversary) {

  /** Returns whether it lies about its soft decisions. */
  public boolean lies() {
    return adversary != null;
  }

  static DeviceProfile of(DeviceDescription device) {
    return new DeviceProfile(
        device.id(),
        device.architecture(),
        device.parameters(),
        device.privateRows(),
        device.adversary().isEmpty() ? null : device.adversary());
  }
}
