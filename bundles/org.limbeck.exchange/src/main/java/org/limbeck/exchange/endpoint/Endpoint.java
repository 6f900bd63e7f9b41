package org.limbeck.exchange.endpoint;

import java.util.List;
import java.util.Set;
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
    FrameInbox inbox = inbox(transport);
    return new Endpoint(transport, inbox, transport.open(device, inbox));
  }

  /** Opens the link of a device that needs to know of some others only. */
  public static Endpoint open(Transport transport, String device, Set<String> others) {
    FrameInbox inbox = inbox(transport);
    return new Endpoint(transport, inbox, transport.open(device, inbox, others));
  }

  private static FrameInbox inbox(Transport transport) {
    return new FrameInbox(transport.isImmediate() ? Long.MAX_VALUE : mostBytes());
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
