package org.limbeck.exchange.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.event.Traffic;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;

/** A device in step with a neighbour in another process, and what strangers put between them. */
class LockStepExchangeTest {
  private static final Envelope OWN = Envelope.of("net", "a", new byte[32], "float32");

  private final Wire wire = new Wire();
  private final FramePort port =
      FramePort.open(
          OWN,
          Optional.empty(),
          Endpoint.open(wire, "a", Optional.empty(), new RefusalLog()).follow(List.of("b")));
  private final DeviceExchange exchange = exchange();
  private final Channel channel = open(exchange);

  @Test
  void framesThatCannotBeUsedChangeNothing() throws Exception {
    send(frame(OWN.from("b"), 0, 0, 0.5f, Float.NaN));
    send(frame(OWN.from("b"), 0, 0, 0.5f, 1e9f));
    send(frame(OWN.from("b"), 0, 0, 0.5f));
    send(frame(OWN.from("b"), 3, 0, 0.5f, 0.5f));
    send(frame(Envelope.of("other", "b", new byte[32], "float32"), 0, 0, 1, 0));
    send(ByteBuffer.allocate(99));
    send(frame(OWN.from("b"), 0, 0, 0.25f, 0.75f));
    exchange.await(0, 0, Duration.ofSeconds(20), () -> {});
    exchange.receive(0);
    Block heard = channel.peers(0).get(0).copy();
    assertThat(heard.values()).startsWith(0.25f, 0.75f);
    assertThat(port.traffic().report().received().refusedFrames()).isEqualTo(6);
  }

  @Test
  void waitsForAFrameThatItCanUse() {
    send(frame(OWN.from("b"), 0, 0, 0.5f, 1e9f));
    assertThatThrownBy(() -> exchange.await(0, 0, Duration.ofMillis(1), () -> {}))
        .isInstanceOf(PeerTimeoutException.class)
        .hasMessageContaining("b");
  }

  @Test
  void aWrongSequenceDoesNotTakeThePlaceOfTheFrameThatIsDue() throws Exception {
    send(numbered(7, 0, 9, 9));
    send(numbered(7, 1, 9, 9));
    send(numbered(0, 0, 0.25f, 0.75f));
    exchange.await(0, 0, Duration.ofSeconds(20), () -> {});
    exchange.receive(0);

    assertThatThrownBy(() -> exchange.await(1, 0, Duration.ofMillis(1), () -> {}))
        .isInstanceOf(PeerTimeoutException.class);
    send(numbered(1, 1, 0.5f, 0));
    exchange.await(1, 0, Duration.ofSeconds(20), () -> {});
    exchange.receive(1);

    assertThat(channel.peers(1).get(0).copy().values()).startsWith(0.75f, 0.75f);
    assertThat(port.traffic().report().received().refusedFrames()).isEqualTo(2);
  }

  @Test
  void whatComesTwiceOrTooLateIsNeitherCountedNorRefused() throws Exception {
    ByteBuffer frame = numbered(0, 0, 0.25f, 0.75f);
    send(frame);
    send(frame);
    exchange.await(0, 0, Duration.ofSeconds(20), () -> {});
    exchange.receive(0);
    send(frame);
    exchange.answer();

    Traffic received = port.traffic().report().received();
    assertThat(received.refusedFrames()).isZero();
    assertThat(received.frameBytes()).isEqualTo(frame.remaining());
  }

  @Test
  void opensNoChannelsOnceItHasJoined() {
    assertThatThrownBy(() -> open(exchange))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a device opens its channels while it joins");
  }

  private DeviceExchange exchange() {
    Workspace workspace = new Workspace();
    return new LockStepProtocol(
            new Float32(), EventTrigger.NONE, false, PublicCopies.SEPARATE, Optional.empty())
        .open(port, ChannelStates.NONE, () -> workspace);
  }

  private static Channel open(DeviceExchange exchange) {
    Channel channel =
        exchange.open(1, 2, (round, ids) -> 1, Coding.DIFFERENCES, ValueRange.DECISIONS);
    exchange.join(List.of(new Neighbour("b", 0.5f)));
    return channel;
  }

  private void send(ByteBuffer frame) {
    wire.sink.frame(frame);
  }

  private static ByteBuffer frame(Envelope from, int channel, long round, float... values) {
    return frame(from, channel, 0, round, values);
  }

  private static ByteBuffer numbered(long sequence, long round, float... values) {
    return frame(OWN.from("b"), 0, sequence, round, values);
  }

  private static ByteBuffer frame(
      Envelope from, int channel, long sequence, long round, float... values) {
    ByteBuffer out = ByteBuffer.allocate(200);
    FrameWriter.begin(out, from, Frame.DATA, 0, channel, sequence, round);
    for (float value : values) {
      out.putFloat(value);
    }
    new FrameWriter(Optional.empty()).end(out);
    return out;
  }

  /** Brings the frames that the test makes. */
  private static final class Wire implements Transport {
    private FrameSink sink;

    @Override
    public Link open(String device, FrameSink received) {
      sink = received;
      return new Silent();
    }

    @Override
    public boolean isImmediate() {
      return false;
    }
  }

  private static final class Silent implements Link {
    @Override
    public void send(Collection<String> to, ByteBuffer frame) {}

    @Override
    public void close() {}
  }
}
