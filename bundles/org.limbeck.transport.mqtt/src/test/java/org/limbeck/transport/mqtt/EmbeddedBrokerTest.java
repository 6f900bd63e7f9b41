package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Mosquitto;

class EmbeddedBrokerTest {
  static final Path LIBRARIES = Path.of("../../broker/target/broker");

  @TempDir private Path temporary;
  private EmbeddedBrokers brokers;

  @BeforeEach
  void name() {
    brokers = new EmbeddedBrokers(LIBRARIES, temporary);
  }

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
    EmbeddedBroker broker = new EmbeddedBrokers(nowhere, temporary).find("embedded").orElseThrow();
    assertThatThrownBy(broker::start)
        .hasMessageContaining("in the folder " + nowhere)
        .hasMessageEndingWith("name another broker: mqtt://HOST:1883");
  }

  @Test
  void saysWhyItDoesNotStart(@TempDir Path folder) {
    EmbeddedBroker broker = new EmbeddedBrokers(folder, temporary).find("embedded").orElseThrow();
    assertThatThrownBy(broker::start).hasMessageContaining("org.limbeck.broker.Main");
    assertThat(temporary).isEmptyDirectory();
  }

  /** Somebody may take it between the look at it and the start. */
  @Test
  void theProcessEndsWithTheReasonIfItsPortIsTaken(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      Path said = folder.resolve("said");
      Path own = Files.createDirectory(folder.resolve("own"));
      Process process =
          new ProcessBuilder(
                  "java", "-cp", LIBRARIES + "/*", "org.limbeck.broker.Main", port, own.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      try {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(said).content().contains(port);
        assertThat(own).doesNotExist();
      } finally {
        process.destroyForcibly();
      }
    }
  }

  @Test
  void itsLogIsThereWhileItRunsForNobodyElseToRead() throws Exception {
    EmbeddedBroker broker = brokers.find("embedded").orElseThrow();
    broker.start();
    assertThat(Files.isReadable(onlyFolder().resolve("broker.log"))).isTrue();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFolder())))
        .isEqualTo("rwx------");
    broker.close();
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void leavesNothingWhenItIsKilled() throws Exception {
    EmbeddedBroker broker = brokers.find("embedded").orElseThrow();
    broker.start();
    String folder = onlyFolder().toString();
    ProcessHandle process =
        ProcessHandle.current()
            .children()
            .filter(child -> List.of(child.info().arguments().orElseThrow()).contains(folder))
            .findFirst()
            .orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    broker.close();
    assertThat(temporary).isEmptyDirectory();
  }

  /** The system then closes what the broker reads from. */
  @Test
  void leavesNothingWhenWhoStartedItIsKilled() throws Exception {
    int port = Mosquitto.freePort();
    Path own = Files.createDirectory(temporary.resolve("own"));
    Process process =
        new ProcessBuilder(
                "java",
                "-Djava.io.tmpdir=" + own,
                "-cp",
                LIBRARIES + "/*",
                "org.limbeck.broker.Main",
                Integer.toString(port),
                own.toString())
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("broker.log").toFile())
            .start();
    try {
      MqttTransport transport = new TransportSetup("mqtt://127.0.0.1:" + port).transport();
      awaitListening(port);
      transport.open("a", new RecordingSink()).announce(bytes("here"));
      process.getOutputStream().close();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(temporary).isEmptyDirectory();
      transport.close();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void awaitListening(int port) throws InterruptedException {
    while (!isListening(port)) {
      Thread.sleep(20);
    }
  }

  private static boolean isListening(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private Path onlyFolder() throws IOException {
    try (Stream<Path> folders = Files.list(temporary)) {
      List<Path> all = folders.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
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
