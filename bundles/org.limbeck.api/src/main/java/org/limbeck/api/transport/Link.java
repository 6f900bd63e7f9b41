package org.limbeck.api.transport;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/** A device's end of the network. Used by one thread at a time. */
@ConsumerType
public interface Link extends AutoCloseable {

  /**
   * Sends a frame to each of some devices. Does not wait for them.
   *
   * @param to ids of other devices; one without an open link does not receive the frame
   * @param frame the bytes from position to limit; lent for the call, and left as it is
   * @throws IllegalStateException if the network cannot carry the frame, now or later; the message
   *     says why, and ends the run
   */
  void send(Collection<String> to, ByteBuffer frame);

  /**
   * Names the devices whose frames this one wants from now on. When this returns, no frame that is
   * sent to this device by one of them misses it for want of having been asked for. A transport
   * that delivers by receiver need not know.
   *
   * @param devices ids of other devices
   */
  default void follow(Collection<String> devices) {}

  /**
   * Names the devices that this one has to do with from now on, in the place of those that the link
   * was opened with: it is told what these announce, and what others announce in its own name. A
   * transport may tell it more.
   *
   * @param others ids of other devices, present or not
   */
  default void hearOf(Set<String> others) {}

  /**
   * Tells all devices of the network something that stays told: those that come later hear it too,
   * until this link announces something else or is closed. Where the device is lost, the transport
   * takes the announcement back.
   *
   * @param announcement the bytes from position to limit, at least one; lent for the call
   */
  default void announce(ByteBuffer announcement) {}

  /**
   * Returns how many bytes the transport has put out for this link, with headers of its own; 0 if
   * there is no wire.
   */
  default long wireBytes() {
    return 0;
  }

  /** Closes the link: no frame is delivered to its sink from then on. May be called twice. */
  @Override
  void close();
}
