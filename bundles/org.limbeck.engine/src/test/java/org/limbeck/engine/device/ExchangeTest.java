package org.limbeck.engine.device;

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
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.codecs.Float32;
import org.limbeck.engine.channel.CopySource;
import org.limbeck.engine.channel.Neighbour;
import org.limbeck.engine.channel.Range;
import org.limbeck.engine.channel.Workspace;
import org.limbeck.engine.experiment.Trigger;
import org.limbeck.engine.network.Envelope;
import org.limbeck.engine.network.Frame;

/** A device in step with a neighbour in another process, and what strangers put between them. */
class ExchangeTest {
  private static final Envelope OWN = Envelope.of("net", "a", new byte[32], "float32");

  private final Wire wire = new Wire();
  private final Exchange exchange = exchange();
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
    exchange.await(0, Duration.ofSeconds(20));
    exchange.receive(0);
    Block heard = channel.peers(0).get(0).copy();
    assertThat(heard.values()).startsWith(0.25f, 0.75f);
    assertThat(exchange.report().received().refusedFrames()).isEqualTo(6);
  }

  @Test
  void waitsForAFrameThatItCanUse() {
    send(frame(OWN.from("b"), 0, 0, 0.5f, 1e9f));
    assertThatThrownBy(() -> exchange.await(0, Duration.ofMillis(1)))
        .isInstanceOf(SilenceException.class)
        .hasMessageContaining("b");
  }

  private Exchange exchange() {
    Workspace workspace = new Workspace();
    return new Exchange(
        OWN,
        new Exchange.Means(
            new Float32(),
            Trigger.NONE,
            false,
            CopySource.FRESH,
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Station.open(wire, "a"),
        CopySource.FRESH,
        () -> workspace);
  }

  private static Channel open(Exchange exchange) {
    Channel channel = exchange.open(1, 2, (round, ids) -> 1, Coding.DIFFERENCES, Range.DECISIONS);
    exchange.join(List.of(new Neighbour("b", 0.5f)));
    return channel;
  }

  private void send(ByteBuffer frame) {
    wire.sink.frame(frame);
  }

  private static ByteBuffer frame(Envelope from, int channel, long round, float... values) {
    ByteBuffer out = ByteBuffer.allocate(200);
    Frame.begin(out, from, Frame.DATA, channel, 0, round);
    for (float value : values) {
      out.putFloat(value);
    }
    new Frame().end(out);
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
