package org.limbeck.exchange.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.limbeck.api.transport.Link;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.security.DeviceKeys;
import org.limbeck.exchange.security.FrameCode;
import org.limbeck.exchange.security.KeyRing;

class FrameSenderTest {
  private static final Envelope A = Envelope.of("net", "a", new byte[32], "float32");
  private static final int PAYLOAD = 10;

  private final KeyRing keys =
      new KeyRing(
          "keys",
          Stream.of("a", "b", "c").collect(Collectors.toMap(id -> id, DeviceKeys::generate)));
  private final List<ByteBuffer> carried = new ArrayList<>();
  private final Link link =
      new Link() {
        @Override
        public void send(Collection<String> to, ByteBuffer frame) {
          carried.add(copy(frame));
        }

        @Override
        public void announce(ByteBuffer announcement) {}

        @Override
        public void close() {}
      };

  @Test
  void putsACodeForEachReceiverToWhatIsSigned() {
    FrameSender sender = sender(Optional.of(keys));
    ByteBuffer sent = copy(sender.sendToNeighbours(frame(sender), PAYLOAD));
    assertThat(carried).containsExactly(sent);
    assertThat(sent.remaining()).isEqualTo(sender.frameBytes(PAYLOAD) + 2 * FrameCode.BYTES);
    for (String receiver : List.of("b", "c")) {
      assertThat(Frame.hasCode(sent, keys.codes(receiver).from("a").orElseThrow())).isTrue();
    }
    assertThat(sender.sent().frameBytes()).isEqualTo(2L * sent.remaining());
    assertThat(sender.sent().payloadBytes()).isEqualTo(2 * PAYLOAD);
  }

  /** Whoever gets it counts as many bytes as if nothing had been lost. */
  @Test
  void repeatsTheBytesOfTheFirstTime() {
    FrameSender sender = sender(Optional.of(keys));
    ByteBuffer sent = copy(sender.sendToNeighbours(frame(sender), PAYLOAD));
    sender.repeat("c", sent.duplicate());
    assertThat(carried).containsExactly(sent, sent);
    assertThat(sender.sent().frameBytes()).as("not counted").isEqualTo(2L * sent.remaining());
  }

  @Test
  void asksWithACode() {
    FrameSender sender = sender(Optional.of(keys));
    sender.ask("c", frame(sender));
    assertThat(Frame.hasCode(carried.get(0), keys.codes("c").from("a").orElseThrow())).isTrue();
    assertThat(sender.sent().frameBytes()).isZero();
  }

  /** A device may have a neighbour whose key was taken away. */
  @Test
  void putsNoCodeForWhoHasNoKey() {
    FrameSender sender = sender(Optional.of(keys));
    ByteBuffer sent = sender.send(List.of("b", "stranger"), frame(sender), PAYLOAD);
    assertThat(sent.remaining()).isEqualTo(sender.frameBytes(PAYLOAD) + FrameCode.BYTES);
  }

  @Test
  void leavesWhatIsNotSignedAsItIs() {
    FrameSender sender = sender(Optional.empty());
    ByteBuffer frame = frame(sender);
    assertThat(sender.sendToNeighbours(frame, PAYLOAD)).isSameAs(frame);
    assertThat(carried).containsExactly(frame);
  }

  private FrameSender sender(Optional<KeyRing> ring) {
    FrameSender sender =
        new FrameSender(
            A,
            new FrameWriter(ring.map(all -> all.signer("a"))),
            ring.map(all -> all.codes("a")),
            link);
    sender.connect(List.of(new Neighbour("b", 0.25f), new Neighbour("c", 0.25f)));
    return sender;
  }

  private static ByteBuffer frame(FrameSender sender) {
    ByteBuffer out = ByteBuffer.allocate(sender.frameBytes(PAYLOAD));
    FrameWriter.begin(out, sender.envelope(), Frame.DATA, 0, 0, 0, 0);
    out.put(new byte[PAYLOAD]);
    sender.end(out);
    return out;
  }

  private static ByteBuffer copy(ByteBuffer frame) {
    return ByteBuffer.allocate(frame.remaining()).put(frame.duplicate()).flip();
  }
}
