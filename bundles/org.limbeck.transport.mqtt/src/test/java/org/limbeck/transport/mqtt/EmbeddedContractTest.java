package org.limbeck.transport.mqtt;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedContractTest extends BrokerContract {
  private final EmbeddedBroker broker = new EmbeddedBroker(EmbeddedBrokerTest.LIBRARIES, 0);

  @BeforeAll
  void start() {
    broker.start();
  }

  @AfterAll
  void stop() {
    broker.close();
  }

  @Override
  String url() {
    return broker.address().toString();
  }
}
