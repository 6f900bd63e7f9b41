package org.limbeck.exchange.lockstep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.limbeck.api.Block;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.transport.Link;
import org.limbeck.codecs.Float32;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.EventTrigger;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Envelope;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.FrameWriter;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopies;
import org.limbeck.exchange.state.SharedPublicCopies;

/** Two devices, a and b, with a channel of four rows of two values, two of them a round. */
class LockStepChannelTest {
  private static final RowSelection TWO_ROWS =
      (round, ids) -> {
        ids[0] = (int) (round % 4);
        ids[1] = (int) ((round + 1) % 4);
        return 2;
      };

  private final Wire wire = new Wire();
  private final FrameSender frameSender = frameSender("a");
  private final LockStepChannel a = channel("b", frameSender);
  private final LockStepChannel b = channel("a", frameSender("b"));

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
    assertThat(frameSender.sent().payloadBytes()).isEqualTo(16);
    assertThat(frameSender.sent().frameBytes()).isEqualTo(Frame.size(1, 16));
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
    FrameSender stranger = frameSender("c");
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
    PublicCopies copies = new SharedPublicCopies();
    LockStepChannel sender = channel("b", frameSender, copies);
    LockStepChannel receiver = channel("a", frameSender("b"), copies);
    for (long round = 0; round < 20; round++) {
      sender.send(round, block(round, 0.1f * round, 1 / 3f, -0.7f, 1e-6f * round));
      receiver.receive(wire.frame());
      assertThat(receiver.peers(round).get(0).copy()).isSameAs(sender.own(round));
    }
  }

  @Test
  void aSharedCopyCanBeReadForAnotherRoundThanTheLast() throws MalformedFrameException {
    PublicCopies copies = new SharedPublicCopies();
    LockStepChannel sender = channel("b", frameSender, copies);
    LockStepChannel receiver = channel("a", frameSender("b"), copies);
    sender.send(0, block(0, 1, 2, 3, 4));
    receiver.receive(wire.frame());
    assertThat(receiver.peers(1).get(0).copy().values()).containsExactly(3, 4, 0, 0);
    assertThat(sender.own(1).values()).containsExactly(3, 4, 0, 0);
    assertThat(sender.own(0).values()).containsExactly(1, 2, 3, 4);
  }

  @Test
  void sendsRowsThatHaveMovedAndHoldsBackTheOthers() throws MalformedFrameException {
    EventTrigger trigger = new EventTrigger(0.5f, 1);
    LockStepChannel sender = channel("b", frameSender, trigger, Coding.DIFFERENCES);
    LockStepChannel receiver = channel("a", frameSender("b"), trigger, Coding.DIFFERENCES);
    sender.send(0, block(0, 1, 0, 0.3f, 0.3f));
    assertThat(frameSender.sent().payloadBytes()).isEqualTo(1 + 8);
    receiver.receive(wire.frame());
    assertThat(receiver.peers(0).get(0).copy().values()).containsExactly(1, 0, 0, 0);
    sender.send(0, block(0, 1.4f, 0, 0.4f, 0.4f));
    receiver.receive(wire.frame());
    assertThat(receiver.peers(0).get(0).copy().values()).containsExactly(1, 0, 0.4f, 0.4f);
    assertThat(sender.own(0).values()).containsExactly(1, 0, 0.4f, 0.4f);
  }

  @Test
  void sendsAnEmptyFrameIfNoRowHasMoved() throws MalformedFrameException {
    LockStepChannel sender =
        channel("b", frameSender, new EventTrigger(0.5f, 1), Coding.DIFFERENCES);
    LockStepChannel receiver =
        channel("a", frameSender("b"), new EventTrigger(0.5f, 1), Coding.DIFFERENCES);
    sender.send(0, block(0, 0.1f, 0.1f, 0.2f, 0.2f));
    assertThat(frameSender.sent().payloadBytes()).isZero();
    assertThat(frameSender.sent().frameBytes()).isEqualTo(Frame.size(1, 0));
    assertThat(sender.own(0).values()).containsOnly(0);
    receiver.receive(wire.frame());
    assertThat(receiver.peers(0).get(0).copy().values()).containsOnly(0);
    sender.send(1, block(1, 1, 0, 0.2f, 0.2f));
    receiver.receive(wire.frame());
    assertThat(receiver.peers(1).get(0).copy().values()).containsExactly(1, 0, 0, 0);
  }

  @Test
  void sendsTheShareOfTheRowsThatHasMovedFurthest() throws MalformedFrameException {
    EventTrigger trigger = new EventTrigger(0, 0.5f);
    LockStepChannel sender = channel("b", frameSender, trigger, Coding.DIFFERENCES);
    LockStepChannel receiver = channel("a", frameSender("b"), trigger, Coding.DIFFERENCES);
    sender.send(0, block(0, 0.1f, 0.1f, 0.2f, 0.2f));
    receiver.receive(wire.frame());
    assertThat(receiver.peers(0).get(0).copy().values()).containsExactly(0, 0, 0.2f, 0.2f);
  }

  @Test
  void refusesFramesOfAnotherTrigger() {
    channel("b", frameSender, new EventTrigger(0.5f, 1), Coding.DIFFERENCES)
        .send(0, block(0, 1, 0, 0, 1));
    assertThatThrownBy(() -> b.receive(wire.frame()))
        .isInstanceOf(MalformedFrameException.class)
        .hasMessage("a frame of a was made with another trigger than this device's");
  }

  @Test
  void refusesAMapOfRowsThatAreNotThere() {
    EventTrigger trigger = new EventTrigger(0.5f, 1);
    channel("b", frameSender, trigger, Coding.DIFFERENCES).send(0, block(0, 1, 0, 0, 1));
    LockStepChannel receiver = channel("a", frameSender("b"), trigger, Coding.DIFFERENCES);
    for (int map : new int[] {0, 4, 0xFF}) {
      assertThatThrownBy(() -> receiver.receive(wire.frameWithPayload(0, (byte) map)))
          .as("map %s", map)
          .isInstanceOf(MalformedFrameException.class)
          .hasMessageContaining("the map names");
    }
    assertThat(receiver.peers(0).get(0).copy().values()).containsOnly(0);
  }

  @Test
  void valuesReplaceThoseBeforeAndNeedNoFrameBefore() throws MalformedFrameException {
    LockStepChannel sender = channel("b", frameSender, EventTrigger.NONE, Coding.VALUES);
    LockStepChannel receiver = channel("a", frameSender("b"), EventTrigger.NONE, Coding.VALUES);
    sender.send(0, block(0, 1, 2, 3, 4));
    wire.frame();
    sender.send(1, block(1, 5, 6, 7, 8));
    receiver.receive(wire.frame());
    assertThat(receiver.peers(1).get(0).copy().values()).containsExactly(5, 6, 7, 8);
    assertThat(receiver.peers(0)).as("neighbours heard of in round 0").isEmpty();
    assertThat(sender.own(0).values()).containsExactly(0, 0, 5, 6);
  }

  private FrameSender frameSender(String device) {
    return new FrameSender(
        Envelope.of("test", device, new byte[32], "float32"),
        new FrameWriter(Optional.empty()),
        Optional.empty(),
        wire);
  }

  private LockStepChannel channel(String neighbour, FrameSender frameSender) {
    return channel(neighbour, frameSender, EventTrigger.NONE, Coding.DIFFERENCES);
  }

  private static LockStepChannel channel(
      String neighbour, FrameSender frameSender, EventTrigger trigger, Coding coding) {
    return channel(neighbour, frameSender, trigger, coding, PublicCopies.SEPARATE);
  }

  private static LockStepChannel channel(
      String neighbour, FrameSender frameSender, PublicCopies copies) {
    return channel(neighbour, frameSender, EventTrigger.NONE, Coding.DIFFERENCES, copies);
  }

  private static LockStepChannel channel(
      String neighbour,
      FrameSender frameSender,
      EventTrigger trigger,
      Coding coding,
      PublicCopies copies) {
    Workspace workspace = new Workspace();
    TriggeredCodec codec = new TriggeredCodec(new Float32(), trigger);
    LockStepChannel channel =
        new LockStepChannel(
            new LockStepChannel.Ends(frameSender, codec, copies, 0),
            new ChannelSpec(0, 4, 2, TWO_ROWS),
            coding,
            ValueRange.DECISIONS,
            ChannelStates.NONE,
            () -> workspace);
    List<Neighbour> neighbours = List.of(new Neighbour(neighbour, 0.5f));
    frameSender.connect(neighbours);
    channel.connect(neighbours, ChannelStates.NONE);
    return channel;
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

    /** Returns the next frame with another byte in its payload. */
    Frame frameWithPayload(int place, byte value) throws MalformedFrameException {
      ByteBuffer bytes = frames.element().duplicate();
      Frame original = new Frame();
      original.read(bytes);
      byte[] copy = new byte[bytes.remaining()];
      bytes.get(copy);
      int begin = Frame.size(1, 0) - Integer.BYTES;
      copy[begin + place] = value;
      ByteBuffer changed = ByteBuffer.wrap(copy).position(copy.length - Integer.BYTES);
      new FrameWriter(Optional.empty()).end(changed);
      Frame frame = new Frame();
      frame.read(changed);
      return frame;
    }

    @Override
    public void close() {}
  }
}
