package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.codec.Codec;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/**
 * Exchanges encoded differences to public copies, which sender and receivers advance by the same
 * decoded bits.
 */
final class DifferenceChannel implements Channel {
  private final int number;
  private final Mailer mailer;
  private final Codec codec;
  private final RowSelection selection;
  private final PublicCopy own;
  private final List<PeerCopy> copies;
  private final List<Peer> peers;

  private final Block selected;
  private final Block difference;
  private final ByteBuffer outgoing;
  private final Frame frame = new Frame();
  private final float gamma;
  private long selectedRound = -1;

  DifferenceChannel(
      int number,
      int rows,
      int width,
      RowSelection selection,
      Codec codec,
      List<Neighbour> neighbours,
      Mailer mailer,
      CopySource source) {
    this.number = number;
    this.mailer = mailer;
    this.codec = codec;
    this.selection = selection;
    this.own = source.copy(number, mailer.device(), rows, width);
    this.copies =
        neighbours.stream()
            .map(n -> new PeerCopy(n, source.copy(number, n.id(), rows, width)))
            .toList();
    this.peers = copies.stream().map(PeerCopy::peer).toList();
    this.selected = new Block(rows, 1);
    this.difference = new Block(rows, width);
    this.gamma = codec.gamma(width);
    this.outgoing =
        ByteBuffer.allocate(Frame.size(mailer.sender().length, codec.maxBytes(rows, width)));
  }

  @Override
  public void send(long round, Block values) {
    requireSendable(round, values);
    own.subtractFrom(values, difference);
    Frame.begin(outgoing, mailer.sender(), number, own.frames(), round);
    int payload = outgoing.position();
    codec.encode(difference, outgoing);
    ByteBuffer encoded = outgoing.duplicate().flip().position(payload);
    int payloadBytes = encoded.remaining();
    decode(encoded);
    own.add(difference);
    frame.end(outgoing, mailer.sender().length);
    mailer.sendToNeighbours(outgoing, payloadBytes);
  }

  /**
   * Takes in a neighbour's frame.
   *
   * @throws MalformedFrameException if it is not the next frame of a neighbour's channel, or its
   *     payload cannot be decoded; nothing has changed then
   */
  void receive(Frame received) throws MalformedFrameException {
    PeerCopy peer = senderOf(received);
    peer.requireNext(received.sequence());
    difference.selectLike(rowsOf(received.round()));
    try {
      codec.decode(received.payload(), difference);
    } catch (MalformedPayloadException e) {
      throw new MalformedFrameException(
          "a frame of " + peer.peer().id() + " cannot be decoded: " + e.getMessage());
    }
    peer.advance(difference);
  }

  @Override
  public Block own(long round) {
    return own.read(rowsOf(round));
  }

  @Override
  public List<Peer> peers(long round) {
    Block rows = rowsOf(round);
    for (int i = 0; i < copies.size(); i++) {
      copies.get(i).read(rows);
    }
    return peers;
  }

  @Override
  public float gamma() {
    return gamma;
  }

  /** Returns the copy that this end holds of a device's values, if it follows that device. */
  Optional<PublicCopy> copyOf(String device) {
    if (device.equals(mailer.device())) {
      return Optional.of(own);
    }
    return copies.stream()
        .filter(copy -> copy.peer().id().equals(device))
        .map(PeerCopy::copy)
        .findFirst();
  }

  /** Writes the public copies with whose they are. */
  void save(DataOutput out) throws IOException {
    out.writeInt(difference.capacity());
    out.writeInt(difference.width());
    out.writeInt(1 + copies.size());
    out.writeUTF(mailer.device());
    own.save(out);
    for (PeerCopy copy : copies) {
      out.writeUTF(copy.peer().id());
      copy.copy().save(out);
    }
  }

  private void decode(ByteBuffer encoded) {
    try {
      codec.decode(encoded, difference);
    } catch (MalformedPayloadException e) {
      throw new IllegalStateException("the codec cannot read what it wrote: " + e.getMessage(), e);
    }
  }

  private PeerCopy senderOf(Frame received) throws MalformedFrameException {
    for (PeerCopy copy : copies) {
      if (copy.sent(received)) {
        return copy;
      }
    }
    throw new MalformedFrameException("a frame came from a device that is no neighbour");
  }

  private Block rowsOf(long round) {
    if (round != selectedRound) {
      selected.rows(selection.select(round, selected.ids()));
      selectedRound = round;
    }
    return selected;
  }

  private void requireSendable(long round, Block values) {
    Block rows = rowsOf(round);
    int count = rows.rows();
    if (count != values.rows() || !Arrays.equals(rows.ids(), 0, count, values.ids(), 0, count)) {
      throw new IllegalArgumentException("these are not the rows of round " + round);
    }
    for (int i = 0; i < count * values.width(); i++) {
      if (!Float.isFinite(values.values()[i])) {
        throw new DivergenceException(
            mailer.device(),
            round,
            "its value for row " + values.ids()[i / values.width()] + " is " + values.values()[i]);
      }
    }
  }
}
