package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;
import static org.limbeck.transport.mqtt.RecordingSink.text;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Mosquitto;
import org.limbeck.itests.broker.Packet;
import org.limbeck.itests.broker.Proxy;

class MqttTransportTest {
  private final List<AutoCloseable> opened = new ArrayList<>();
  private Mosquitto broker;

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

  private MqttTransport process(String url) {
    MqttTransport transport = new TransportSetup(url).timeout(Duration.ofSeconds(2)).transport();
    opened.add(transport);
    return transport;
  }

  private Proxy proxy() throws Exception {
    Proxy proxy = new Proxy(broker.port());
    opened.add(proxy);
    return proxy;
  }

  @Test
  void whatIsAnnouncedIsHeardByThoseThereAndByThoseWhoCome() throws Exception {
    RecordingSink there = new RecordingSink();
    process(broker.url()).open("there", there);
    MqttTransport process = process(broker.url());
    Link a = process.open("a", new RecordingSink());
    a.announce(bytes("hello"));
    there.awaitAnnouncement("a", "hello");
    RecordingSink newcomer = new RecordingSink();
    process(broker.url()).open("newcomer", newcomer);
    newcomer.awaitAnnouncement("a", "hello");
    RecordingSink neighbour = new RecordingSink();
    process.open("neighbour", neighbour);
    neighbour.awaitAnnouncement("a", "hello");
    a.announce(bytes("again"));
    newcomer.awaitAnnouncement("a", "again");
    a.close();
    there.awaitAnnouncement("a", "");
    neighbour.awaitAnnouncement("a", "");
  }

  /** The broker brings a device its own announcements after it has made others. */
  @Test
  void nothingIsAnnouncedAgainThatNobodyHasWrittenOver() throws Exception {
    Proxy line = proxy();
    Link a = process(line.url()).open("a", new RecordingSink());
    RecordingSink there = new RecordingSink();
    process(broker.url()).open("there", there);
    IntStream.range(0, 16).forEach(n -> a.announce(bytes("number " + n)));
    there.awaitAnnouncement("a", "number 15");
    a.announce(bytes("end"));
    there.awaitAnnouncement("a", "end");
    a.close();
    assertThat(line.packets().stream().filter(packet -> packet.type() == Packet.PUBLISH))
        .extracting(Packet::topic)
        .filteredOn(topic -> topic.equals("limbeck/test/a/status"))
        .as("with the one that takes them back")
        .hasSize(18);
  }

  @Test
  void whatALostProcessAnnouncedIsTakenBackAndNotToldToNewcomers() throws Exception {
    Proxy line = proxy();
    MqttTransport lost = process(line.url());
    lost.open("a", new RecordingSink()).announce(bytes("I am a"));
    lost.open("b", new RecordingSink()).announce(bytes("I am b"));
    RecordingSink there = new RecordingSink();
    Link stays = process(broker.url()).open("there", there);
    stays.announce(bytes("here"));
    there.awaitAnnouncement("a", "I am a");
    there.awaitAnnouncement("b", "I am b");
    line.close();
    there.awaitAnnouncement("a", "");
    there.awaitAnnouncement("b", "");
    RecordingSink newcomer = new RecordingSink();
    process(broker.url()).open("newcomer", newcomer);
    newcomer.awaitAnnouncement("there", "here");
    stays.send(List.of("newcomer"), bytes("after all that is retained"));
    newcomer.awaitFrame("after all that is retained");
    assertThat(newcomer.announcements()).containsOnlyKeys("there");
  }

  @Test
  void whoCaresForSomeIsToldOfThemAndSubscribesToNothingElse() throws Exception {
    Proxy first = proxy();
    process(first.url()).open("a", new RecordingSink()).announce(bytes("I am a"));
    Proxy line = proxy();
    RecordingSink few = new RecordingSink();
    Link link = process(line.url()).open("few", few, Set.of("a", "b"));
    few.awaitAnnouncement("a", "I am a");
    first.close();
    few.awaitAnnouncement("a", "");
    process(broker.url()).open("other", new RecordingSink()).announce(bytes("I am not asked"));
    process(broker.url()).open("b", new RecordingSink()).announce(bytes("I am b"));
    few.awaitAnnouncement("b", "I am b");
    process(broker.url()).open("a", new RecordingSink()).announce(bytes("I am back"));
    few.awaitAnnouncement("a", "I am back");
    link.close();

    assertThat(few.announcements()).containsOnlyKeys("a", "b");
    assertThat(line.packets())
        .noneMatch(packet -> text(packet.bytes()).matches("(?s).*\\+/(status|alive).*"));
  }

  /** What one has announced before it is asked for is not lost, however many are heard of. */
  @Test
  void whoCaresForOthersLaterIsToldWhatTheseHaveSaidBefore() throws Exception {
    process(broker.url()).open("late", new RecordingSink()).announce(bytes("I am late"));
    process(broker.url()).open("early", new RecordingSink()).announce(bytes("I am early"));
    for (int count : new int[] {10, 100}) {
      Set<String> ids = new HashSet<>(Set.of("early"));
      IntStream.range(0, count).forEach(n -> ids.add("device-" + n));
      RecordingSink sink = new RecordingSink();
      Link link = process(broker.url()).open("listener-" + count, sink, ids);
      sink.awaitAnnouncement("early", "I am early");
      link.send(List.of("nobody"), bytes("after what is retained"));
      assertThat(sink.announcements()).containsOnlyKeys("early");
      ids.add("late");
      link.hearOf(ids);
      sink.awaitAnnouncement("late", "I am late");
    }
  }

  /** With keys a process asks for devices by their ids; here for more than it subscribes to. */
  @Test
  void whoIsAskedForIsHeardOfAmongInventedDevicesAndProcesses() throws Exception {
    Set<String> ids = new HashSet<>();
    IntStream.range(0, 100).forEach(n -> ids.add("device-" + n));
    RecordingSink sink = new RecordingSink();
    process(broker.url()).open("listener", sink, ids);
    inventDevicesAndProcesses(5000);
    process(broker.url()).open("device-7", new RecordingSink()).announce(bytes("I am new"));
    sink.awaitAnnouncement("device-7", "I am new");
    RecordingSink newcomer = new RecordingSink();
    process(broker.url()).open("newcomer", newcomer, ids);
    newcomer.awaitAnnouncement("device-7", "I am new");
    assertThat(newcomer.announcements()).containsOnlyKeys("device-7");
  }

  private void inventDevicesAndProcesses(int count) {
    Mqtt5BlockingClient client =
        Mqtt5Client.builder().serverHost("localhost").serverPort(broker.port()).buildBlocking();
    client.connect();
    Topics topics = new Topics("test");
    for (int n = 0; n < count; n++) {
      String process = PublishFactory.processName();
      PublishFactory messages = new PublishFactory(topics, process, Duration.ofHours(1));
      client.publish(messages.alive());
      client.publish(messages.status("invented-" + n, new byte[] {1}));
    }
    client.disconnect();
  }

  @Test
  void aCutLineIsMadeAgainAndNothingIsLost() throws Exception {
    Proxy line = proxy();
    RecordingSink receiver = new RecordingSink();
    Link listening = process(broker.url()).open("receiver", receiver);
    Link sender = process(line.url()).open("sender", new RecordingSink());
    sender.announce(bytes("hello"));
    listening.follow(List.of("sender"));
    receiver.awaitAnnouncement("sender", "hello");
    line.cut();
    sender.send(List.of("receiver"), bytes("to one"));
    sender.send(List.of("receiver", "other"), bytes("to all"));
    receiver.awaitFrame("to one");
    receiver.awaitFrame("to all");
    receiver.awaitAnnouncement("sender", "hello");
  }

  @Test
  @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void whatWasSentWhileTheLineWasCutArrivesInOrder() throws Exception {
    Proxy line = proxy();
    RecordingSink receiver = new RecordingSink();
    process(broker.url()).open("receiver", receiver);
    Link sender = process(line.url()).open("sender", new RecordingSink());
    List<String> sent = IntStream.range(0, 1000).mapToObj(i -> "frame " + i).toList();
    line.sever();
    sent.forEach(frame -> sender.send(List.of("receiver"), bytes(frame)));
    line.join();
    receiver.awaitFrame("frame 999");
    assertThat(receiver.frames()).isEqualTo(sent);
  }

  @Test
  void aBrokerThatStartsAnewIsFoundAgainWithAllSubscriptions() throws Exception {
    RecordingSink receiver = new RecordingSink();
    Link listening = process(broker.url()).open("receiver", receiver);
    Link sender = process(broker.url()).open("sender", new RecordingSink());
    listening.follow(List.of("sender"));
    sender.announce(bytes("hello"));
    receiver.awaitAnnouncement("sender", "hello");
    broker.stop();
    listening.follow(List.of("sender", "newcomer"));
    broker.start();
    Link newcomer = process(broker.url()).open("newcomer", receiver);
    awaitRepeated(sender, List.of("receiver"), "to one", receiver);
    awaitRepeated(sender, List.of("receiver", "other"), "to all", receiver);
    awaitRepeated(newcomer, List.of("receiver", "other"), "asked for meanwhile", receiver);
    RecordingSink latecomer = new RecordingSink();
    process(broker.url()).open("latecomer", latecomer);
    latecomer.awaitAnnouncement("sender", "hello");
  }

  /** A frame that overtakes the receiver's return is lost, so it is sent until it arrives. */
  private static void awaitRepeated(
      Link sender, List<String> to, String frame, RecordingSink receiver)
      throws InterruptedException {
    for (int i = 0; i < 300 && !receiver.frames().contains(frame); i++) {
      sender.send(to, bytes(frame));
      Thread.sleep(50);
    }
    receiver.awaitFrame(frame);
  }

  @Test
  void whatWasSentBeforeClosingArrives() throws Exception {
    RecordingSink receiver = new RecordingSink();
    process(broker.url()).open("receiver", receiver);
    Link sender = process(broker.url()).open("sender", new RecordingSink());
    List<String> sent = IntStream.range(0, 1000).mapToObj(i -> "frame " + i).toList();
    sent.forEach(frame -> sender.send(List.of("receiver"), bytes(frame)));
    sender.close();
    receiver.awaitFrame("frame 999");
    assertThat(receiver.frames()).isEqualTo(sent);
  }

  @Test
  void linksOfOneProcessFollowTheSameSenderAndStopToDoSoOneByOne() throws Exception {
    MqttTransport process = process(broker.url());
    RecordingSink a = new RecordingSink();
    RecordingSink b = new RecordingSink();
    Link first = process.open("a", a);
    Link second = process.open("b", b);
    first.follow(List.of("sender", "a"));
    second.follow(List.of("sender"));
    Link sender = process(broker.url()).open("sender", new RecordingSink());
    sender.send(List.of("a", "b"), bytes("to both"));
    a.awaitFrame("to both");
    b.awaitFrame("to both");
    first.follow(List.of());
    sender.send(List.of("a", "b"), bytes("to b"));
    sender.send(List.of("a"), bytes("last"));
    b.awaitFrame("to b");
    a.awaitFrame("last");
    assertThat(a.frames()).containsExactly("to both", "last");
  }

  @Test
  void wireBytesAreThoseOfThePublishPackets() throws Exception {
    Proxy line = proxy();
    Link link = process(line.url()).open("a", new RecordingSink());
    Link other = process(broker.url()).open("b", new RecordingSink());
    assertThat(link.wireBytes()).isZero();
    link.announce(bytes("hello"));
    for (int size : new int[] {1, 90, 105, 110, 16_000, 16_384, 200_000}) {
      link.send(List.of("b"), ByteBuffer.allocate(size));
      link.send(List.of("b", "c"), ByteBuffer.allocate(size));
    }
    link.close();
    List<Packet> published =
        line.packets().stream()
            .filter(packet -> packet.type() == Packet.PUBLISH)
            .filter(packet -> packet.topic().startsWith("limbeck/test/a/"))
            .toList();
    assertThat(published).hasSize(16);
    assertThat(link.wireBytes())
        .isEqualTo(published.stream().mapToLong(packet -> packet.bytes().remaining()).sum());
    assertThat(other.wireBytes()).isZero();
  }

  @Test
  void withoutBroadcastEveryReceiverHasACopyOfItsOwn() throws Exception {
    Proxy line = proxy();
    MqttTransport process = new TransportSetup(line.url()).broadcast(false).transport();
    opened.add(process);
    Link link = process.open("a", new RecordingSink());
    link.send(List.of("b", "c", "a"), bytes("x"));
    link.close();
    assertThat(line.packets().stream().filter(p -> p.type() == Packet.PUBLISH))
        .extracting(Packet::topic)
        .contains("limbeck/test/a/to/b", "limbeck/test/a/to/c")
        .doesNotContain("limbeck/test/a/to/a", "limbeck/test/a/all");
  }

  @Test
  void networksAtOneBrokerDoNotHearEachOther() throws Exception {
    MqttTransport elsewhere = new TransportSetup(broker.url()).network("elsewhere").transport();
    opened.add(elsewhere);
    RecordingSink ears = new RecordingSink();
    process(broker.url()).open("b", ears);
    Link stranger = elsewhere.open("a", new RecordingSink());
    stranger.announce(bytes("hello"));
    stranger.send(List.of("b"), bytes("from elsewhere"));
    stranger.close();
    Link link = process(broker.url()).open("a", new RecordingSink());
    link.send(List.of("b"), bytes("from here"));
    ears.awaitFrame("from here");
    assertThat(ears.frames()).containsExactly("from here");
    assertThat(ears.announcements()).isEmpty();
  }

  @Test
  void saysWhereThereIsNoBroker() throws Exception {
    broker.stop();
    MqttTransport process =
        new TransportSetup(broker.url()).timeout(Duration.ofSeconds(1)).transport();
    assertThatThrownBy(() -> process.open("a", new RecordingSink()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "no connection to the broker " + broker.url() + " within 1 s: connection refused")
        .hasNoCause();
    broker.start();
    process.open("a", new RecordingSink()).close();
    process.close();
  }

  @Test
  void refusesIdsThatNoTopicCanName() {
    assertThatThrownBy(() -> process(broker.url()).open("a/b", new RecordingSink()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'a/b'");
  }
}
