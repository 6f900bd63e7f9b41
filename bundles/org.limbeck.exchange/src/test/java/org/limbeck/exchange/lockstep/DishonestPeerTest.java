package org.limbeck.exchange.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.DeviceExchange;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.AuthenticTransport;
import org.limbeck.exchange.endpoint.Endpoint;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.endpoint.RefusalLog;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.KeyRing;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;

/** A device in step with b, which has a key and lies, and with c, which is honest. */
@Timeout(30)
class DishonestPeerTest {
  private static final Envelope OWN = Envelope.of("net", "a", new byte[32], "float32");
  private static final Envelope OTHER_RUN = Envelope.of("other", "b", new byte[32], "float32");
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final KeyRing KEYS =
      new KeyRing(
          "keys",
          Map.of(
              "a",
              DeviceKeys.generate("a"),
              "b",
              DeviceKeys.generate("b"),
              "c",
              DeviceKeys.generate("c")));

  private final AuthenticTransport transport = new AuthenticTransport();
  private FramePort port;
  private DeviceExchange exchange;
  private Channel channel;

  /** Nobody who has no key can make it wait longer than that either. */
  @ParameterizedTest
  @CsvSource({
    "0, 7, 0.5, UNEXPECTED: frame 0 of b is due",
    "5, 0, 0.5, UNEXPECTED: a frame of b is for channel 5",
    "0, 0, NaN, 'UNDECODABLE: a frame of b cannot be decoded: value 0 is NaN'",
    "0, 0, 65, OUT_OF_BOUNDS"
  })
  void endsARunThatCannotGoOnWithoutALiar(
      int channelNumber, long sequence, float value, String reason) {
    open(Optional.of(KEYS));
    send("c", 0, 0, 0, 0.5f);
    for (int i = 0; i < 10; i++) {
      send("b", channelNumber, sequence, 0, value);
    }
    assertThatThrownBy(() -> exchange.await(0, 0, LONG, () -> {}))
        .isInstanceOf(PeerRefusedException.class)
        .hasMessageStartingWith("a needs b in round 0, and leaves it out: 10 frames")
        .hasMessageContaining(reason);
  }

  @Test
  void goesOnWithTheFrameThatIsDueWhateverElseComes() throws Exception {
    open(Optional.of(KEYS));
    send("c", 0, 0, 0, 0.5f);
    for (int i = 0; i < 9; i++) {
      send("b", 0, 7, 0, 0.5f);
    }
    send("b", 0, 0, 0, 0.25f);
    exchange.await(0, 0, LONG, () -> {});
    exchange.receive(0);
    assertThat(channel.peers(0).get(0).copy().values()[0]).isEqualTo(0.25f);
  }

  /** Whoever has no key can send what others have signed, and what nobody has. */
  @Test
  void holdsNobodyResponsibleForWhatStrangersSend() throws Exception {
    open(Optional.of(KEYS));
    byte[] again = frame(Optional.of("b"), OWN.from("b"), 0, 0, 0, 0.25f);
    for (int i = 0; i < 50; i++) {
      transport.bring("b", "a", frame(Optional.of("c"), OWN.from("b"), 0, 7, 0, 0.5f));
      transport.bring("b", "a", frame(Optional.empty(), OWN.from("b"), 0, 7, 0, 0.5f));
      transport.bring("b", "a", frame(Optional.of("b"), OTHER_RUN, 0, 7, 0, 0.5f));
    }
    transport.bring("b", "a", again);
    transport.bring("b", "a", again);
    send("c", 0, 0, 0, 0.5f);
    exchange.await(0, 0, LONG, () -> {});
    exchange.receive(0);
    assertThat(port.endpoint().quarantine().isEmpty()).isTrue();
    assertThat(port.traffic().report().received().refusedFrames()).isEqualTo(150);
  }

  /** Nobody can tell then who has sent a frame, and so nobody ends a run. */
  @Test
  void endsForNothingThatIsNotSigned() throws Exception {
    open(Optional.empty());
    for (int i = 0; i < 500; i++) {
      transport.bring("b", "a", frame(Optional.empty(), OWN.from("b"), 0, 7, 0, 0.5f));
      transport.bring("b", "a", frame(Optional.empty(), OWN.from("b"), 0, i, 1 + i, 0.5f));
      transport.bring("d-" + i, "a", frame(Optional.empty(), OWN.from("d-" + i), 0, 0, 0, 9));
      transport.bring("b", "a", frame(Optional.empty(), OWN.from("b"), 0, 0, 0, Float.NaN));
    }
    transport.bring("b", "a", frame(Optional.empty(), OWN.from("b"), 0, 0, 0, 0.25f));
    transport.bring("c", "a", frame(Optional.empty(), OWN.from("c"), 0, 0, 0, 0.5f));
    exchange.await(0, 0, LONG, () -> {});
    exchange.receive(0);
    assertThat(channel.peers(0).get(0).copy().values()[0]).isEqualTo(0.25f);
    assertThat(port.endpoint().quarantine().isEmpty()).isTrue();

    transport.bring("c", "a", frame(Optional.empty(), OWN.from("c"), 0, 1, 1, 0.5f));
    assertThatThrownBy(() -> exchange.await(1, 0, Duration.ofMillis(1), () -> {}))
        .as("the false one that came early is asked for again")
        .isInstanceOf(PeerTimeoutException.class);
    transport.bring("b", "a", frame(Optional.empty(), OWN.from("b"), 0, 1, 1, 0.5f));
    exchange.await(1, 0, LONG, () -> {});
    exchange.receive(1);
    assertThat(channel.peers(1).get(0).copy().values()[0]).isEqualTo(0.75f);
  }

  private void open(Optional<KeyRing> keys) {
    port =
        FramePort.open(
            OWN,
            keys,
            Endpoint.open(transport, "a", keys, new RefusalLog()).follow(List.of("b", "c")));
    Workspace workspace = new Workspace();
    exchange =
        new LockStepProtocol(
                new Float32(), EventTrigger.NONE, false, PublicCopies.SEPARATE, Optional.empty())
            .open(port, ChannelStates.NONE, () -> workspace);
    channel = exchange.open(1, 1, (round, ids) -> 1, Coding.DIFFERENCES, ValueRange.DECISIONS);
    exchange.join(List.of(new Neighbour("b", 1f / 3), new Neighbour("c", 1f / 3)));
  }

  private void send(String sender, int channelNumber, long sequence, long round, float value) {
    byte[] frame =
        frame(Optional.of(sender), OWN.from(sender), channelNumber, sequence, round, value);
    transport.bring(sender, "a", frame);
  }

  private static byte[] frame(
      Optional<String> signer,
      Envelope from,
      int channelNumber,
      long sequence,
      long round,
      float value) {
    ByteBuffer out = ByteBuffer.allocate(200);
    FrameWriter.begin(out, from, Frame.DATA, 0, channelNumber, sequence, round);
    out.putFloat(value);
    new FrameWriter(signer.map(KEYS::signer)).end(out);
    ByteBuffer whole = ByteBuffer.allocate(200);
    List<FrameCode> codes = signer.flatMap(id -> KEYS.codes(id).to("a")).stream().toList();
    FrameWriter.address(out, codes, whole);
    byte[] frame = new byte[whole.remaining()];
    whole.get(frame);
    return frame;
  }
}
