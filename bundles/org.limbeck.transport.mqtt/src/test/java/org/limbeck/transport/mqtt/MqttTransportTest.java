package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Packet;
import org.limbeck.itests.broker.Proxy;

class MqttTransportTest extends MqttTransportTests {
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
