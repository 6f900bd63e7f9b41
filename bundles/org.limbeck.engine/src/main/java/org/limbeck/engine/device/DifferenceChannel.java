package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
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
  private final Supplier<Workspace> workspace;
  private final ChannelBuffers.Sizes sizes;
  private final CopyReader own;
  private final List<PeerCopy> copies;
  private final Peer[] peers;
  private final boolean shared;
  private final Frame frame = new Frame();
  private final float gamma;
  private final LongFunction<Block> rowsOf = this::rowsOf;

  /**
   * Makes a channel.
   *
   * @param ends what it leads from and to
   * @param number its number among the channels of the device
   * @param rows the number of rows that it speaks of
   * @param width values per row
   * @param selection the rows of a round
   * @param source where it gets the public copies
   * @param workspace returns that of the present call
   */
  DifferenceChannel(
      Ends ends,
      int number,
      int rows,
      int width,
      RowSelection selection,
      CopySource source,
      Supplier<Workspace> workspace) {
    this.number = number;
    this.mailer = ends.mailer();
    this.codec = ends.codec();
    this.shared = ends.shared();
    this.selection = selection;
    this.workspace = workspace;
    this.own = new CopyReader(source.copy(number, mailer.device(), rows, width), shared);
    this.copies =
        ends.neighbours().stream()
            .map(n -> new PeerCopy(n, source.copy(number, n.id(), rows, width), shared))
            .toList();
    this.peers = new Peer[copies.size()];
    this.gamma = codec.gamma(width);
    this.sizes =
        new ChannelBuffers.Sizes(
            rows, width, Frame.size(mailer.sender().length, codec.maxBytes(rows, width)));
  }

  /**
   * What the channels of a device lead from and to.
   *
   * @param mailer sends frames
   * @param neighbours those who receive them
   * @param codec what encodes them
   * @param shared whether all devices hold the same objects as public copies
   */
  record Ends(Mailer mailer, List<Neighbour> neighbours, Codec codec, boolean shared) {}

  @Override
  public void send(long round, Block values) {
    requireSendable(round, values);
    Block difference = buffers().difference();
    ByteBuffer outgoing = buffers().outgoing();
    own.copy().subtractFrom(values, difference);
    Frame.begin(outgoing, mailer.sender(), number, own.copy().frames(), round);
    int payload = outgoing.position();
    codec.encode(difference, outgoing);
    ByteBuffer encoded = outgoing.duplicate().flip().position(payload);
    int payloadBytes = encoded.remaining();
    decode(encoded, difference);
    own.copy().add(difference);
    own.copy().publish(round, values);
    frame.end(outgoing, mailer.sender().length);
    mailer.sendToNeighbours(outgoing, payloadBytes);
  }

  /**
   * Takes in a neighbour's frame. Where copies are shared its sender has decoded it for all.
   *
   * @throws MalformedFrameException if it is not the next frame of a neighbour's channel, or its
   *     payload cannot be decoded; nothing has changed then
   */
  void receive(Frame received) throws MalformedFrameException {
    PeerCopy peer = senderOf(received);
    peer.requireNext(received.sequence());
    if (!shared) {
      Block difference = buffers().difference();
      difference.selectLike(rowsOf(received.round()));
      try {
        codec.decode(received.payload(), difference);
      } catch (MalformedPayloadException e) {
        throw new MalformedFrameException(
            "a frame of " + peer.device() + " cannot be decoded: " + e.getMessage());
      }
      peer.copy().add(difference);
    }
  }

  @Override
  public Block own(long round) {
    return own.rows(round, rowsOf);
  }

  @Override
  public List<Peer> peers(long round) {
    for (int i = 0; i < peers.length; i++) {
      peers[i] = copies.get(i).peer(round, rowsOf);
    }
    return Arrays.asList(peers);
  }

  @Override
  public float gamma() {
    return gamma;
  }

  /** Returns the copy that this end holds of a device's values, if it follows that device. */
  Optional<PublicCopy> copyOf(String device) {
    if (device.equals(mailer.device())) {
      return Optional.of(own.copy());
    }
    return copies.stream()
        .filter(copy -> copy.device().equals(device))
        .map(PeerCopy::copy)
        .findFirst();
  }

  /** Writes the public copies with whose they are; of shared ones, its own. */
  void save(DataOutput out) throws IOException {
    out.writeInt(sizes.rows());
    out.writeInt(sizes.width());
    out.writeInt(shared ? 1 : 1 + copies.size());
    out.writeUTF(mailer.device());
    own.copy().save(out);
    if (!shared) {
      for (PeerCopy copy : copies) {
        out.writeUTF(copy.device());
        copy.copy().save(out);
      }
    }
  }

  private ChannelBuffers buffers() {
    return workspace.get().scratch(sizes);
  }

  private void decode(ByteBuffer encoded, Block difference) {
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
    Block selected = buffers().selected();
    selected.rows(selection.select(round, selected.ids()));
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
