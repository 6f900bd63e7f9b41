package org.limbeck.exchange.endpoint;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

/**
 * A device's place on a transport.
 *
 * @param transport the transport
 * @param inbox where its frames arrive
 * @param link its end of the network
 */
public record Endpoint(Transport transport, FrameInbox inbox, Link link) implements AutoCloseable {

  private static final int HEAP_SHARE = 8;

  /** Opens the link of a device. */
  public static Endpoint open(Transport transport, String device) {
    return open(transport, device, sink -> transport.open(device, sink));
  }

  /** Opens the link of a device that needs to know of some others only. */
  public static Endpoint open(Transport transport, String device, Set<String> others) {
    return open(transport, device, sink -> transport.open(device, sink, others));
  }

  /** What comes from other processes may be of anybody. */
  private static Endpoint open(
      Transport transport, String device, Function<FrameSink, Link> opening) {
    FrameInbox inbox = new FrameInbox();
    if (transport.isImmediate()) {
      return new Endpoint(transport, inbox, opening.apply(inbox));
    }
    FrameGate gate = new FrameGate(device, inbox, mostBytes(), System::nanoTime);
    return new Endpoint(transport, inbox, new GatedLink(opening.apply(gate), gate));
  }

  /** Lets the device hear some others, and nobody else; returns this place. */
  public Endpoint follow(List<String> others) {
    link.follow(others);
    return this;
  }

  /** Returns whether frames have arrived when they have been sent. */
  public boolean isImmediate() {
    return transport.isImmediate();
  }

  /** Returns how many bytes from other processes may wait to be taken in. */
  public static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / HEAP_SHARE;
  }

  @Override
  public void close() {
    link.close();
  }
}
