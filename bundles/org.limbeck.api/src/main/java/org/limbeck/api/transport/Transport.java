package org.limbeck.api.transport;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Carries frames between devices. Offered as a service with {@link TransportPlugin}. Safe for use
 * by several threads at once. A transport may deliver a frame late, more than once, out of order or
 * never; it never delivers part of one.
 */
@ConsumerType
public interface Transport {

  /**
   * Opens a device's end of the network.
   *
   * @param device the device's id
   * @param sink receives every frame sent to this device, until the link is closed
   * @throws IllegalStateException if the device has an open link already
   */
  Link open(String device, FrameSink sink);

  /**
   * Returns whether all devices stand in this process and {@link Link#send} never returns before
   * the frame has arrived, once, at every receiver. Devices may then share in memory what each of
   * them would decode alike.
   */
  default boolean isImmediate() {
    return false;
  }
}
