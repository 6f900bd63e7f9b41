package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Mosquitto;

class EmbeddedBrokerTest {
  static final Path LIBRARIES = Path.of("../../broker/target/broker");

  private final EmbeddedBrokers brokers = new EmbeddedBrokers(LIBRARIES);

  @Test
  void servesThisProcessAndOthersAndEndsWithTheLastTransport() throws Exception {
    EmbeddedBroker broker = brokers.find("embedded").orElseThrow();
    String address = broker.address().toString();
    MqttSettings settings = new TransportSetup(address).settings();
    MqttTransport first = new MqttTransport(Optional.of(broker), settings);
    MqttTransport second = new MqttTransport(brokers.find("embedded"), settings);
    RecordingSink ears = new RecordingSink();
    first.open("first", new RecordingSink());
    second.open("a", ears);
    first.close();
    try (MqttTransport other = new MqttTransport(Optional.empty(), settings)) {
      Link link = other.open("b", new RecordingSink());
      link.announce(bytes("hello"));
      link.send(List.of("a"), bytes("frame"));
      ears.awaitAnnouncement("b", "hello");
      ears.awaitFrame("frame");
    }
    second.close();
    MqttTransport late = new TransportSetup(address).timeout(Duration.ofSeconds(1)).transport();
    assertThatThrownBy(() -> late.open("a", ears)).hasMessageEndingWith("connection refused");
    second.open("a", ears);
    second.close();
  }

  @Test
  void takesTheGivenPort() throws Exception {
    int port = Mosquitto.freePort();
    EmbeddedBroker broker = brokers.find("embedded:" + port).orElseThrow();
    assertThat(broker.address()).hasToString("mqtt://127.0.0.1:" + port);
    assertThat(brokers.find("embedded:" + port)).containsSame(broker);
    assertThat(brokers.find("mqtt://127.0.0.1")).isEmpty();
  }

  @Test
  void saysWhereItsJarsShouldBe(@TempDir Path folder) {
    Path nowhere = folder.resolve("broker");
    EmbeddedBroker broker = new EmbeddedBrokers(nowhere).find("embedded").orElseThrow();
    assertThatThrownBy(broker::start)
        .hasMessageContaining("in the folder " + nowhere)
        .hasMessageEndingWith("name another broker: mqtt://HOST:1883");
  }

  @Test
  void saysWhyItDoesNotStart(@TempDir Path folder) {
    EmbeddedBroker broker = new EmbeddedBrokers(folder).find("embedded").orElseThrow();
    assertThatThrownBy(broker::start).hasMessageContaining("org.limbeck.broker.Main");
  }

  /** Somebody may take it between the look at it and the start. */
  @Test
  void theProcessEndsWithTheReasonIfItsPortIsTaken(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Path said = folder.resolve("said");
      Process process =
          new ProcessBuilder("java", "-cp", LIBRARIES + "/*", "org.limbeck.broker.Main", port)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said).content().contains(port);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void refusesPortsThatAreTakenOrAreNone() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> brokers.find("embedded:" + taken.getLocalPort()))
          .withMessage("broker: port " + taken.getLocalPort() + " is taken already");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> brokers.find("embedded:99999"))
        .withMessageContaining("at most 65535");
  }
}
