package org.limbeck.engine.network;

import org.limbeck.api.transport.Transport;
import org.limbeck.testkit.TransportContract;

class InProcessTransportTest extends TransportContract {

  @Override
  protected Transport transport() {
    return new InProcessTransport();
  }
}
