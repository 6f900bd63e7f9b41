package org.limbeck.exchange.endpoint;

import org.limbeck.api.transport.Transport;
import org.limbeck.testkit.TransportContract;

class InProcessTransportTest extends TransportContract {

  @Override
  protected Transport transport() {
    return new InProcessTransport();
  }
}
