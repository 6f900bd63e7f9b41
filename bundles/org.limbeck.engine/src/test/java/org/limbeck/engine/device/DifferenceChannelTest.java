package org.limbeck.engine.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.transport.Link;
import org.limbeck.codecs.Float32;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/** Two devices, a and b, with a channel of four rows of two values, two of them a round. */
class DifferenceChannelTest {
  private static final RowSelection TWO_ROWS =
      (round, ids) -> {
        ids[0] = (int) (round % 4);
        ids[1] = (int) ((round + 1) % 4);
        return 2;
      };

  private final Wire wire = new Wire();
  private final Mailer mailer = new Mailer("a", wire, List.of(new Neighbour("b", 0.5f)));
  private final DifferenceChannel a = channel("b", mailer);
  private final DifferenceChannel b = channel("a", new Mailer("b", wire, List.of()));

  @Test
  void theReceiverHoldsTheSameBitsAsTheSender() throws MalformedFrameException {
    for (long round = 0; round < 20; round++) {
      a.send(round, block(round, 0.1f * round, 1 / 3f, -0.7f, 1e-6f * round));
      b.receive(wire.frame());
      assertThat(b.peers(round).get(0).copy().values()).isEqualTo(a.own(round).values());
    }
  }

  @Test
  void countsPayloadAndFrameOncePerNeighbour() {
    a.send(0, block(0, 1, 2, 3, 4));
    assertThat(mailer.sent().payloadBytes()).isEqualTo(16);
    assertThat(mailer.sent().frameBytes()).isEqualTo(Frame.size(1, 16));
  }

  @Test
  void refusesAFrameThatComesTwiceOrOutOfOrder() throws MalformedFrameException {
    a.send(0, block(0, 1, 2, 3, 4));
    a.send(1, block(1, 1, 2, 3, 4));
    Frame first = wire.frame();
    Frame second = wire.frame();
    assertThatThrownBy(() -> b.receive(second))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessage("frame 0 of a is due, and frame 1 came");
    b.receive(first);
    assertThatThrownBy(() -> b.receive(first)).isInstanceOf(MalformedFrameException.class);
    b.receive(second);
    assertThat(b.peers(1).get(0).copy().values()).isEqualTo(a.own(1).values());
  }

  @Test
  void refusesAFrameOfAStranger() {
    Mailer stranger = new Mailer("c", wire, List.of(new Neighbour("b", 0.5f)));
    channel("b", stranger).send(0, block(0, 1, 2, 3, 4));
    assertThatThrownBy(() -> b.receive(wire.frame())).hasMessageContaining("no neighbour");
  }

  @Test
  void sendsFiniteValuesOfTheRoundOnly() {
    assertThatThrownBy(() -> a.send(0, block(0, 1, Float.NaN, 3, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a diverged in round 0: its value for row 0 is NaN;"
                + " use a smaller stepSize or a smaller regularization");
    assertThatThrownBy(() -> a.send(1, block(0, 1, 2, 3, 4)))
        .hasMessage("these are not the rows of round 1");
    assertThat(wire.frames).isEmpty();
  }

  @Test
  void devicesThatShareCopiesReadTheSameObject() throws MalformedFrameException {
    CopySource copies = new SharedCopies().over(CopySource.FRESH);
    DifferenceChannel sender = channel("b", mailer, copies, true);
    DifferenceChannel receiver = channel("a", new Mailer("b", wire, List.of()), copies, true);
    for (long round = 0; round < 20; round++) {
      sender.send(round, block(round, 0.1f * round, 1 / 3f, -0.7f, 1e-6f * round));
      receiver.receive(wire.frame());
      assertThat(receiver.peers(round).get(0).copy()).isSameAs(sender.own(round));
    }
  }

  @Test
  void aSharedCopyCanBeReadForAnotherRoundThanTheLast() throws MalformedFrameException {
    CopySource copies = new SharedCopies().over(CopySource.FRESH);
    DifferenceChannel sender = channel("b", mailer, copies, true);
    DifferenceChannel receiver = channel("a", new Mailer("b", wire, List.of()), copies, true);
    sender.send(0, block(0, 1, 2, 3, 4));
    receiver.receive(wire.frame());
    assertThat(receiver.peers(1).get(0).copy().values()).containsExactly(3, 4, 0, 0);
    assertThat(sender.own(1).values()).containsExactly(3, 4, 0, 0);
    assertThat(sender.own(0).values()).containsExactly(1, 2, 3, 4);
  }

  private static DifferenceChannel channel(String neighbour, Mailer mailer) {
    return channel(neighbour, mailer, CopySource.FRESH, false);
  }

  private static DifferenceChannel channel(
      String neighbour, Mailer mailer, CopySource copies, boolean shared) {
    Workspace workspace = new Workspace();
    return new DifferenceChannel(
        new DifferenceChannel.Ends(
            mailer, List.of(new Neighbour(neighbour, 0.5f)), new Float32(), shared),
        0,
        4,
        2,
        TWO_ROWS,
        copies,
        () -> workspace);
  }

  private static Block block(long round, float... values) {
    Block block = new Block(2, 2);
    block.rows(TWO_ROWS.select(round, block.ids()));
    System.arraycopy(values, 0, block.values(), 0, 4);
    return block;
  }

  /** Keeps the frames that were sent. */
  private static final class Wire implements Link {
    private final ArrayDeque<ByteBuffer> frames = new ArrayDeque<>();

    @Override
    public void send(Collection<String> to, ByteBuffer frame) {
      frames.add(ByteBuffer.allocate(frame.remaining()).put(frame.duplicate()).flip());
    }

    Frame frame() throws MalformedFrameException {
      Frame frame = new Frame();
      frame.read(frames.remove());
      return frame;
    }

    @Override
    public void close() {}
  }
}
