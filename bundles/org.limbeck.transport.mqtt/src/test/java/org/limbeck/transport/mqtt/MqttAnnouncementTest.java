package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;
import static org.limbeck.transport.mqtt.RecordingSink.text;

import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Packet;
import org.limbeck.itests.broker.Proxy;

class MqttAnnouncementTest extends MqttTransportTests {
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
  void whatIsWrittenOverIsAnnouncedAgainHoweverSoon() throws Exception {
    RecordingSink there = new RecordingSink();
    process(broker.url()).open("there", there);
    process(broker.url()).open("a", new RecordingSink()).announce(bytes("mine"));
    there.awaitHistory("a: mine");
    PublishFactory messages = messages();
    Mqtt5BlockingClient stranger = client();
    stranger.publish(messages.alive());
    stranger.publish(messages.status("a", new byte[] {'1'}));
    there.awaitHistory("a: mine", "a: 1", "a: mine");
    stranger.publish(messages.status("a", new byte[] {'2'}));
    there.awaitHistory("a: mine", "a: 1", "a: mine", "a: 2", "a: mine");
    stranger.disconnect();
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
    Mqtt5BlockingClient client = client();
    for (int n = 0; n < count; n++) {
      PublishFactory messages = messages();
      client.publish(messages.alive());
      client.publish(messages.status("invented-" + n, new byte[] {1}));
    }
    client.disconnect();
  }

  private Mqtt5BlockingClient client() {
    Mqtt5BlockingClient client =
        Mqtt5Client.builder().serverHost("localhost").serverPort(broker.port()).buildBlocking();
    client.connect();
    return client;
  }

  /** Makes the messages of a process that nobody knows. */
  private static PublishFactory messages() {
    return new PublishFactory(
        new Topics("test"), PublishFactory.processName(), Duration.ofHours(1));
  }
}
