package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Mosquitto;

/** A broker that does not do all that it is asked for, which must not be waited for. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokerRefusalTest {
  private static final long MOST_TRIES = 1000;

  private final List<AutoCloseable> opened = new ArrayList<>();
  @TempDir private Path folder;

  @AfterEach
  void close() throws Exception {
    while (!opened.isEmpty()) {
      opened.remove(opened.size() - 1).close();
    }
  }

  /** The header of such a message, of 26 bytes: its kind, sizes, topic, number and properties. */
  @Test
  void aMessageThatIsLargerThanTheBrokerTakesIsRefusedAtOnce() throws Exception {
    MqttTransport process = process(broker("max_packet_size 2000"));
    RecordingSink receiver = new RecordingSink();
    process.open("b", receiver);
    Link link = process.open("a", new RecordingSink());
    int header = 1 + 2 + (2 + "limbeck/test/a/to/b".length()) + 2 + 1;

    link.send(List.of("b"), ByteBuffer.allocate(2000 - header));
    assertThatThrownBy(() -> link.send(List.of("b"), ByteBuffer.allocate(2001 - header)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("takes packets of up to 2,000 bytes, and this one has 2,001;")
        .hasMessageContaining("max_packet_size")
        .hasMessageEndingWith("(a message of a)");

    link.send(List.of("b"), bytes("fits"));
    receiver.awaitFrame("fits");
    assertThat(receiver.frames()).hasSize(2);
  }

  /** Mosquitto announces it as its receive maximum, and ends connections that go beyond. */
  @Test
  void aBrokerThatTakesFewMessagesAtATimeGetsThemAll() throws Exception {
    Mosquitto broker = broker("max_inflight_messages 2");
    RecordingSink receiver = new RecordingSink();
    process(broker).open("b", receiver);
    Link link = process(broker).open("a", new RecordingSink());
    List<String> sent = IntStream.range(0, 200).mapToObj(i -> "frame " + i).toList();

    sent.forEach(frame -> link.send(List.of("b"), bytes(frame)));

    receiver.awaitFrame("frame 199");
    assertThat(receiver.frames()).isEqualTo(sent);
  }

  /** Which it does not announce. */
  @Test
  void aMessageThatTheBrokerDropsIsToldOf() throws Exception {
    Link link = process(broker("message_size_limit 2000")).open("a", new RecordingSink());

    link.send(List.of("b"), ByteBuffer.allocate(2001));

    assertThatThrownBy(() -> sendUntilRefused(link))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("the broker says: malformed packet; the largest message under way,")
        .hasMessageContaining("to limbeck/test/a/to/b, has 2,028 bytes,")
        .hasMessageContaining("message_size_limit");
  }

  @Test
  void whatADeviceMayNotWriteIsToldOf() throws Exception {
    Path acl = folder.resolve("acl");
    Files.writeString(
        acl, "topic readwrite limbeck/test/+/status\ntopic readwrite limbeck/test/+/alive\n");
    Link link = process(broker("acl_file " + acl)).open("a", new RecordingSink());
    link.announce(bytes("hello"));

    assertThatThrownBy(() -> sendUntilRefused(link))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(
            "does not take messages to limbeck/test/a/to/b: the broker refuses: not authorized");
    link.close();
  }

  @Test
  void whatADeviceMayNotReadIsToldOf() throws Exception {
    Path plugin = Path.of("/usr/lib/x86_64-linux-gnu/mosquitto_dynamic_security.so");
    assumeTrue(Files.exists(plugin), plugin + " is not there");
    Path roles = folder.resolve("roles.json");
    Files.writeString(
        roles,
        "{\"defaultACLAccess\": {\"publishClientSend\": true, \"publishClientReceive\": true,"
            + " \"subscribe\": false, \"unsubscribe\": true}}");
    MqttTransport process = process(broker("plugin " + plugin, "plugin_opt_config_file " + roles));

    assertThatThrownBy(() -> process.open("a", new RecordingSink()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("frames to a: the broker refuses: not authorized");
  }

  @ParameterizedTest
  @CsvSource({
    "retain_available false, the broker refuses: retain not supported",
    "max_qos 0, the broker refuses: qos not supported"
  })
  void aBrokerThatCannotCarryANetworkIsNotUsed(String option, String message) throws Exception {
    Mosquitto broker = broker(option);
    MqttTransport process = process(broker);

    assertThatThrownBy(() -> process.open("a", new RecordingSink()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(broker.url())
        .hasMessageEndingWith(message);
  }

  /**
   * As where a broker names clients by their certificates, and two processes have the same. This
   * broker does not say why it ends a connection.
   */
  @Test
  void twoClientsOfOneNameAreToldOf() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Logger logger = Logger.getLogger(BrokerTerms.class.getName());
    Handler handler = new MessageHandler(told);
    logger.addHandler(handler);
    opened.add(() -> logger.removeHandler(handler));
    Mosquitto broker = broker();
    connection(broker, "limbeck-0123456789ab");
    connection(broker, "limbeck-0123456789ab");

    assertThat(told.poll(30, TimeUnit.SECONDS))
        .startsWith(broker.url() + " ends the connection of limbeck-0123456789ab again and again")
        .contains("another client may have the same name there");
  }

  private static void sendUntilRefused(Link link) throws InterruptedException {
    for (int n = 0; n < MOST_TRIES; n++) {
      link.send(List.of("b"), bytes("again"));
      Thread.sleep(20);
    }
  }

  private Connection connection(Mosquitto broker, String name) {
    MqttSettings settings = new TransportSetup(broker.url()).settings();
    ExecutorService executor = Executors.newSingleThreadExecutor();
    opened.add(
        () -> {
          executor.shutdown();
          executor.awaitTermination(10, TimeUnit.SECONDS);
        });
    PublishFactory messages = new PublishFactory(new Topics("test"), name, Duration.ofMinutes(1));
    Connection connection = new Connection(settings, name, messages.dead(), () -> {}, executor);
    opened.add(connection);
    connection.open(publish -> {}, executor);
    return connection;
  }

  private Mosquitto broker(String... options) throws IOException, InterruptedException {
    Mosquitto broker = new Mosquitto(folder, options);
    opened.add(broker);
    return broker;
  }

  private MqttTransport process(Mosquitto broker) {
    MqttTransport transport =
        new TransportSetup(broker.url()).timeout(Duration.ofSeconds(5)).transport();
    opened.add(transport);
    return transport;
  }

  private static final class MessageHandler extends Handler {
    private final BlockingQueue<String> messages;

    MessageHandler(BlockingQueue<String> messages) {
      this.messages = messages;
    }

    @Override
    public void publish(LogRecord line) {
      messages.add(new SimpleFormatter().formatMessage(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
