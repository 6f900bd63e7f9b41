package org.limbeck.transport.mqtt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.itests.broker.Proxy;

/** Tests of transports, processes and proxies at a broker of their own, all closed after each. */
abstract class MqttTransportTests {
  final List<AutoCloseable> opened = new ArrayList<>();
  Mosquitto broker;

  @BeforeEach
  void start(@TempDir Path folder) throws Exception {
    broker = new Mosquitto(folder);
  }

  @AfterEach
  void stop() throws Exception {
    while (!opened.isEmpty()) {
      opened.remove(opened.size() - 1).close();
    }
    if (broker != null) {
      broker.close();
    }
  }

  MqttTransport process(String url) {
    MqttTransport transport = new TransportSetup(url).timeout(Duration.ofSeconds(2)).transport();
    opened.add(transport);
    return transport;
  }

  Proxy proxy() throws Exception {
    Proxy proxy = new Proxy(broker.port());
    opened.add(proxy);
    return proxy;
  }
}
