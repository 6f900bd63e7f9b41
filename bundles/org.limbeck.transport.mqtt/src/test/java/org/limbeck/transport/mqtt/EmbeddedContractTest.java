package org.limbeck.transport.mqtt;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedContractTest extends BrokerContract {
  private EmbeddedBroker broker;

  @BeforeAll
  void start(@TempDir Path temporary) {
    broker = new EmbeddedBroker(EmbeddedBrokerTest.LIBRARIES, temporary, 0);
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
