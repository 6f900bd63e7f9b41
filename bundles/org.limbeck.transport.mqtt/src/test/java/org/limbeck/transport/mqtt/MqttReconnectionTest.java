package org.limbeck.transport.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.limbeck.transport.mqtt.RecordingSink.bytes;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.limbeck.api.transport.Link;
import org.limbeck.itests.broker.Proxy;

class MqttReconnectionTest extends MqttTransportTests {
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
}
