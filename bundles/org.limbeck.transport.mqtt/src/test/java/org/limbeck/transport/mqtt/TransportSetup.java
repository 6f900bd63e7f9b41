package org.limbeck.transport.mqtt;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Makes transports for tests. */
final class TransportSetup {
  private final String broker;
  private String network = "test";
  private Optional<TrustManagerFactory> trust = Optional.empty();
  private Optional<KeyManagerFactory> key = Optional.empty();
  private Optional<Login> login = Optional.empty();
  private boolean broadcast = true;
  private Duration timeout = Duration.ofSeconds(10);

  TransportSetup(String broker) {
    this.broker = broker;
  }

  TransportSetup network(String name) {
    network = name;
    return this;
  }

  TransportSetup trust(String file) {
    trust = TlsFiles.trust(file);
    return this;
  }

  TransportSetup key(String certificate, String file) {
    key = TlsFiles.key(certificate, file);
    return this;
  }

  TransportSetup login(Login user) {
    login = Optional.of(user);
    return this;
  }

  TransportSetup broadcast(boolean once) {
    broadcast = once;
    return this;
  }

  TransportSetup timeout(Duration duration) {
    timeout = duration;
    return this;
  }

  MqttSettings settings() {
    return new MqttSettings(
        BrokerAddress.parse(broker),
        network,
        trust,
        key,
        login,
        broadcast,
        Duration.ofSeconds(20),
        timeout);
  }

  MqttTransport transport() {
    return new MqttTransport(Optional.empty(), settings());
  }
}
