package org.limbeck.transport.mqtt;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.itests.broker.Mosquitto;

class MqttContractTest extends BrokerContract {
  private Mosquitto broker;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    broker = new Mosquitto(folder);
  }

  @AfterAll
  void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  @Override
  String url() {
    return broker.url();
  }
}
