package org.limbeck.exchange.channel;

/** Where the channels of a device get the public copies that they begin with. */
@FunctionalInterface
public interface PublicCopySource {
  /** All copies begin at zero. */
  PublicCopySource FRESH = (channel, device, rows, width) -> new PublicCopy(rows, width);

  /**
   * Returns the public copy of a device.
   *
   * @param channel the number of the channel
   * @param device whose values it is a copy of
   */
  PublicCopy copy(int channel, String device, int rows, int width);

  /** Returns what else a channel had kept; nothing if it begins anew. */
  default byte[] more(int channel) {
    return new byte[0];
  }

  /** Returns a source whose copies no other device holds, but for that of the device itself. */
  default PublicCopySource apartFor(String owner) {
    return (channel, device, rows, width) -> {
      PublicCopy copy = copy(channel, device, rows, width);
      return device.equals(owner) ? copy : copy.duplicate();
    };
  }
}
