package org.limbeck.exchange.state;

/**
 * The public copy that a device needs for one of its channels.
 *
 * @param device who needs it
 * @param channel the number of the channel
 * @param sender whose values it is a copy of
 * @param rows the number of rows
 * @param width values per row
 * @param name what the copy is called among those of the channel: as its sender, unless the sender
 *     has one for each edge
 */
public record CopyRequest(
    String device, int channel, String sender, int rows, int width, String name) {

  /** Asks for the only copy that a channel has of a sender. */
  public CopyRequest(String device, int channel, String sender, int rows, int width) {
    this(device, channel, sender, rows, width, sender);
  }

  /** Returns whether the device needs it for its own values. */
  boolean isOwn() {
    return device.equals(sender);
  }

  PublicCopy begin() {
    return new PublicCopy(rows, width);
  }
}
