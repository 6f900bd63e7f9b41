package org.limbeck.api.transport;

import java.util.Optional;
import java.util.Set;
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
   * Opens the end of a device that has to do with some others only: it is told what these announce,
   * and what others announce in its own name. A transport may tell it more.
   *
   * @param device the device's id
   * @param sink receives every frame sent to this device, until the link is closed
   * @param others ids of other devices, present or not
   * @throws IllegalStateException if the device has an open link already
   */
  default Link open(String device, FrameSink sink, Set<String> others) {
    return open(device, sink);
  }

  /**
   * Returns whether all devices stand in this process and {@link Link#send} never returns before
   * the frame has arrived, once, at every receiver. Devices may then share in memory what each of
   * them would decode alike.
   */
  default boolean isImmediate() {
    return false;
  }

  /**
   * Returns whether frames stay on this machine, so that nobody elsewhere can read or write any.
   * Where they do not, whoever runs devices must say which keys count, or that there are none.
   */
  default boolean isLocal() {
    return isImmediate();
  }

  /**
   * Returns the name of the network that devices meet in, which keeps them apart from others on the
   * same medium; empty if it has none. Frames of another network are refused.
   */
  default Optional<String> network() {
    return Optional.empty();
  }
}
