package org.limbeck.engine.device;

import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.engine.network.Inbox;

/**
 * A device's place on a transport.
 *
 * @param transport the transport
 * @param inbox where its frames arrive
 * @param link its end of the network
 */
public record Station(Transport transport, Inbox inbox, Link link) implements AutoCloseable {

  /** Opens the link of a device. */
  public static Station open(Transport transport, String device) {
    Inbox inbox = new Inbox();
    return new Station(transport, inbox, transport.open(device, inbox));
  }

  @Override
  public void close() {
    link.close();
  }
}
