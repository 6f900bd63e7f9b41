package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Mosquitto;

/** With the access control list of the examples, by which a device is who its certificate says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttTlsTest {
  private static final Path ACCESS = Path.of("../../examples/mqtt/acl").toAbsolutePath();

  private CertificateAuthority authority;
  private CertificateAuthority stranger;
  private CertificateAuthority.Issued device;
  private CertificateAuthority.Issued other;
  private Mosquitto broker;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    authority = new CertificateAuthority(folder, "authority");
    stranger = new CertificateAuthority(folder, "stranger");
    CertificateAuthority.Issued server = authority.issue("broker");
    device = authority.issue("device-1");
    other = authority.issue("device-2");
    broker =
        new Mosquitto(
            folder,
            "cafile " + authority.certificate(),
            "certfile " + server.certificate(),
            "keyfile " + server.key(),
            "require_certificate true",
            "use_identity_as_username true",
            "acl_file " + ACCESS);
  }

  @AfterAll
  void stop() {
    if (broker != null) {
      broker.close();
    }
  }

  private TransportSetup setup() {
    return new TransportSetup("mqtts://localhost:" + broker.port()).timeout(Duration.ofSeconds(2));
  }

  private MqttTransport as(CertificateAuthority.Issued identity) {
    return setup()
        .trust(authority.certificate())
        .key(identity.certificate(), identity.key())
        .transport();
  }

  @Test
  void devicesTalkByTheirCertificates() throws Exception {
    try (MqttTransport first = as(device);
        MqttTransport second = as(other)) {
      RecordingSink ears = new RecordingSink();
      Link one = first.open("device-1", new RecordingSink());
      Link two = second.open("device-2", ears);
      two.follow(List.of("device-1"));
      one.announce(bytes("hello"));
      one.send(List.of("device-2"), bytes("to one"));
      one.send(List.of("device-2", "device-3"), bytes("to all"));
      ears.awaitAnnouncement("device-1", "hello");
      ears.awaitFrame("to one");
      ears.awaitFrame("to all");
    }
  }

  @Test
  void nobodySpeaksForAnotherDevice() throws Exception {
    try (MqttTransport honest = as(device);
        MqttTransport liar = as(other);
        MqttTransport second = as(other)) {
      RecordingSink ears = new RecordingSink();
      honest.open("device-1", ears).follow(List.of("device-3", "device-2"));
      Link forged = liar.open("device-3", new RecordingSink());
      forged.announce(bytes("I am device-3"));
      forged.send(List.of("device-1"), bytes("forged"));
      forged.send(List.of("device-1", "device-2"), bytes("forged to all"));
      forged.close();
      Link own = second.open("device-2", new RecordingSink());
      own.announce(bytes("I am device-2"));
      ears.awaitAnnouncement("device-2", "I am device-2");
      own.send(List.of("device-1"), bytes("last"));
      ears.awaitFrame("last");
      assertThat(ears.frames()).containsExactly("last");
      assertThat(ears.announcements()).containsOnlyKeys("device-2");
    }
  }

  @Test
  void nobodyReadsWhatIsForAnotherDevice() throws Exception {
    try (MqttTransport honest = as(device);
        MqttTransport eavesdropper = as(other)) {
      RecordingSink ears = new RecordingSink();
      eavesdropper.open("device-3", ears);
      Link own = eavesdropper.open("device-2", ears);
      Link sender = honest.open("device-1", new RecordingSink());
      sender.send(List.of("device-3"), bytes("secret"));
      sender.send(List.of("device-2"), bytes("last"));
      ears.awaitFrame("last");
      assertThat(ears.frames()).containsExactly("last");
      own.close();
    }
  }

  @Test
  void aBrokerThatIsNotTrustedIsRefused() {
    assertThatThrownBy(() -> open(setup().trust(stranger.certificate())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("mqtts://localhost:" + broker.port())
        .hasMessageContaining("its certificate is not trusted");
  }

  @Test
  void aClientWithoutACertificateIsRefused() {
    assertThatThrownBy(() -> open(setup().trust(authority.certificate())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no connection to the broker mqtts://localhost:");
  }

  private static void open(TransportSetup setup) {
    try (MqttTransport transport = setup.transport()) {
      transport.open("device-1", new RecordingSink());
    }
  }
}
