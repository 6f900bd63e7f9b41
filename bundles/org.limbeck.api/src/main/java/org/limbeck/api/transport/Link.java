package org.limbeck.api.transport;

import java.nio.ByteBuffer;
import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;

/** A device's end of the network. Used by one thread at a time. */
@ConsumerType
public interface Link extends AutoCloseable {

  /**
   * Sends a frame to each of some devices. Does not wait for them.
   *
   * @param to ids of other devices; one without an open link does not receive the frame
   * @param frame the bytes from position to limit; lent for the call, and left as it is
   */
  void send(Collection<String> to, ByteBuffer frame);

  /** Closes the link: no frame is delivered to its sink from then on. May be called twice. */
  @Override
  void close();
}
