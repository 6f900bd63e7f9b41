package org.limbeck.engine.device;

import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.api.codec.MalformedPayloadException;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/**
 * Exchanges encoded values with the neighbours. Sender and receivers advance public copies by the
 * same decoded bits.
 */
final class PeerChannel implements Channel, ChannelEnd {
  private final int number;
  private final Ends ends;
  private final Coding coding;
  private final Supplier<Workspace> workspace;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final CopyReader own;
  private final List<PeerCopy> copies = new ArrayList<>();
  private final List<Peer> peers = new ArrayList<>();
  private final Frame frame = new Frame();
  private final float gamma;
  private final LongFunction<Block> rowsOf;

  /**
   * Makes a channel without neighbours.
   *
   * @param ends what it leads from and to
   * @param number its number among the channels of the device
   * @param rows the number of rows that it speaks of
   * @param width values per row
   * @param selection the rows of a round
   * @param coding what its frames encode
   * @param source where it gets the public copy of its own values
   * @param workspace returns that of the present call
   */
  PeerChannel(
      Ends ends,
      int number,
      int rows,
      int width,
      RowSelection selection,
      Coding coding,
      CopySource source,
      Supplier<Workspace> workspace) {
    this.number = number;
    this.ends = ends;
    this.coding = coding;
    this.workspace = workspace;
    this.sizes =
        new ChannelBuffers.Sizes(
            rows,
            width,
            Frame.size(ends.mailer().sender().length, ends.codec().maxBytes(rows, width)));
    this.selection = new SelectedRows(selection);
    this.own = new CopyReader(source.copy(number, device(), rows, width), ends.shared());
    this.gamma = ends.codec().gamma(width);
    this.rowsOf = round -> this.selection.of(round, buffers().selected());
  }

  /**
   * What the channels of a device lead from and to.
   *
   * @param mailer sends frames
   * @param codec what encodes and decodes them
   * @param shared whether all devices hold the same objects as public copies
   */
  record Ends(Mailer mailer, RowCodec codec, boolean shared) {}

  boolean encodesValues() {
    return coding == Coding.VALUES;
  }

  /** Leads to these neighbours from now on. */
  void connect(List<Neighbour> neighbours, CopySource source) {
    copies.clear();
    for (Neighbour neighbour : neighbours) {
      PublicCopy copy = source.copy(number, neighbour.id(), sizes.rows(), sizes.width());
      copies.add(new PeerCopy(neighbour, copy, ends.shared()));
    }
  }

  @Override
  public void send(long round, Block values) {
    selection.requireSendable(device(), round, values, buffers().selected());
    Block sent = buffers().difference();
    if (encodesValues()) {
      sent.selectLike(values);
      System.arraycopy(values.values(), 0, sent.values(), 0, values.rows() * values.width());
    } else {
      own.copy().subtractFrom(values, sent);
    }
    ByteBuffer outgoing = buffers().outgoing();
    Frame.begin(outgoing, ends.mailer().sender(), number, own.copy().frames(), round);
    int payload = outgoing.position();
    if (ends.codec().encode(sent, outgoing)) {
      int payloadBytes = outgoing.position() - payload;
      frame.end(outgoing, ends.mailer().sender().length);
      advance(own.copy(), sent);
      ends.mailer().sendToNeighbours(outgoing, payloadBytes);
    }
    own.copy().publish(round, values);
  }

  /**
   * Takes in a neighbour's frame. Where copies are shared its sender has decoded it for all.
   *
   * @throws MalformedFrameException if it is not the next frame of a neighbour's channel, or its
   *     payload cannot be decoded; nothing has changed then
   */
  void receive(Frame received) throws MalformedFrameException {
    PeerCopy peer = senderOf(received);
    if (!encodesValues()) {
      peer.requireNext(received.sequence());
    }
    if (!ends.shared()) {
      Block selected = rowsOf.apply(received.round());
      Block decoded = buffers().difference();
      try {
        ends.codec().decode(received.payload(), selected, decoded);
      } catch (MalformedPayloadException e) {
        throw new MalformedFrameException(
            "a frame of " + peer.device() + " cannot be decoded: " + e.getMessage());
      }
      advance(peer.copy(), decoded);
      peer.copy().publish(received.round(), selected);
    }
  }

  @Override
  public Block own(long round) {
    return own.rows(round, rowsOf);
  }

  @Override
  public List<Peer> peers(long round) {
    peers.clear();
    for (int i = 0; i < copies.size(); i++) {
      if (!encodesValues() || copies.get(i).copy().hasPublished(round)) {
        peers.add(copies.get(i).peer(round, rowsOf));
      }
    }
    return peers;
  }

  @Override
  public float gamma() {
    return gamma;
  }

  @Override
  public PlannedFrame plan(long round) {
    int rows = rowsOf.apply(round).rows();
    return new PlannedFrame(rows, sizes.width(), ends.codec().mapBytes(rows), false);
  }

  @Override
  public Optional<PublicCopy> copyOf(String sender) {
    if (encodesValues()) {
      return Optional.empty();
    }
    if (sender.equals(device())) {
      return Optional.of(own.copy());
    }
    return copies.stream()
        .filter(copy -> copy.device().equals(sender))
        .map(PeerCopy::copy)
        .findFirst();
  }

  /** Writes the public copies with whose they are; of shared ones, its own; of values, none. */
  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sizes.rows());
    out.writeInt(sizes.width());
    if (encodesValues()) {
      out.writeInt(0);
      return;
    }
    List<PeerCopy> followed = ends.shared() ? List.of() : copies;
    out.writeInt(1 + followed.size());
    out.writeUTF(device());
    own.copy().save(out);
    for (PeerCopy copy : followed) {
      out.writeUTF(copy.device());
      copy.copy().save(out);
    }
  }

  private void advance(PublicCopy copy, Block decoded) {
    if (encodesValues()) {
      copy.clear();
    }
    copy.add(decoded);
  }

  private String device() {
    return ends.mailer().device();
  }

  private ChannelBuffers buffers() {
    return workspace.get().scratch(sizes);
  }

  private PeerCopy senderOf(Frame received) throws MalformedFrameException {
    for (int i = 0; i < copies.size(); i++) {
      if (copies.get(i).sent(received)) {
        return copies.get(i);
      }
    }
    throw new MalformedFrameException("a frame came from a device that is no neighbour");
  }
}
