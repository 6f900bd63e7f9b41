package org.limbeck.exchange.endpoint;

import java.util.Optional;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.security.KeyRing;

/**
 * What a device sends and receives frames by.
 *
 * @param endpoint its end of the transport
 * @param sender sends frames
 * @param filter stands before the frames of other processes
 * @param receiver reads what has arrived
 * @param traffic counts both
 */
public record FramePort(
    Endpoint endpoint,
    FrameSender sender,
    FrameFilter filter,
    FrameReceiver receiver,
    TrafficCounter traffic) {

  /**
   * Opens the port of a device.
   *
   * @param envelope what its frames have in common
   * @param keys what frames are signed and checked with; empty if they are not
   */
  public static FramePort open(Envelope envelope, Optional<KeyRing> keys, Endpoint endpoint) {
    String device = envelope.device();
    FrameWriter writer = new FrameWriter(keys.map(ring -> ring.signer(device)));
    FrameSender sender =
        new FrameSender(envelope, writer, keys.map(ring -> ring.codes(device)), endpoint.link());
    FrameFilter filter =
        new FrameFilter(envelope, keys, endpoint.quarantine(), endpoint.log(), System::nanoTime);
    FrameReceiver receiver = new FrameReceiver(endpoint.inbox(), filter);
    return new FramePort(endpoint, sender, filter, receiver, new TrafficCounter(sender, receiver));
  }

  /** Sends and takes frames of a run from now on, and no others. */
  public void bind(String run) {
    sender.bind(run);
    filter.bind(run);
  }
}
