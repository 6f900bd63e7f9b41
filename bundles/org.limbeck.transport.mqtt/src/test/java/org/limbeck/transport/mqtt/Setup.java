package org.limbeck.transport.mqtt;

import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

/** Makes transports for tests. */
final class Setup {
  private final String broker;
  private String network = "test";
  private Optional<TrustManagerFactory> trust = Optional.empty();
  private Optional<KeyManagerFactory> key = Optional.empty();
  private Optional<Login> login = Optional.empty();
  private boolean broadcast = true;
  private Duration patience = Duration.ofSeconds(10);

  Setup(String broker) {
    this.broker = broker;
  }

  Setup network(String name) {
    network = name;
    return this;
  }

  Setup trust(String file) {
    trust = Pem.trust(file);
    return this;
  }

  Setup key(String certificate, String file) {
    key = Pem.key(certificate, file);
    return this;
  }

  Setup login(Login user) {
    login = Optional.of(user);
    return this;
  }

  Setup broadcast(boolean once) {
    broadcast = once;
    return this;
  }

  Setup patience(Duration duration) {
    patience = duration;
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
        patience);
  }

  MqttTransport transport() {
    return new MqttTransport(settings());
  }
}
