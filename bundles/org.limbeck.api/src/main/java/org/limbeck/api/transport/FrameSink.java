package org.limbeck.api.transport;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/** Where a transport puts the frames that arrive for a device. Safe for use by several threads. */
@ProviderType
@FunctionalInterface
public interface FrameSink {

  /**
   * Takes a frame that has arrived; returns soon.
   *
   * @param frame the bytes from position to limit; copied before the call returns; the buffer is
   *     left as it is
   */
  void frame(ByteBuffer frame);

  /**
   * Takes a frame that has arrived, from a transport that knows by itself whose it is; returns
   * soon. What a frame says of its sender is compared with that.
   *
   * @param sender the id of the device that the transport has the frame from
   * @param frame the bytes from position to limit; copied before the call returns; the buffer is
   *     left as it is
   */
  default void frame(String sender, ByteBuffer frame) {
    frame(frame);
  }

  /**
   * Takes note of what another device announces; returns soon.
   *
   * @param device the id of the device
   * @param announcement the bytes from position to limit; none if the device has closed its link,
   *     or is lost; copied before the call returns
   */
  default void announcement(String device, ByteBuffer announcement) {}
}
