package org.limbeck.exchange.lockstep;

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
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.PublicCopy;
import org.limbeck.exchange.channel.PublicCopyReader;
import org.limbeck.exchange.channel.PublicCopySource;
import org.limbeck.exchange.channel.RowCodec;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.neighbours.Neighbour;

/**
 * Exchanges encoded values with the neighbours. Sender and receivers advance public copies by the
 * same decoded bits.
 */
public final class LockStepChannel implements Channel, ExchangeChannel {
  private final int number;
  private final Ends ends;
  private final Coding coding;
  private final ValueRange range;
  private final Supplier<Workspace> workspace;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final PublicCopyReader own;
  private final List<NeighbourCopy> copies = new ArrayList<>();
  private final List<Peer> peers = new ArrayList<>();
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
   * @param range the values that may arrive from other processes
   * @param source where it gets the public copy of its own values
   * @param workspace returns that of the present call
   */
  public LockStepChannel(
      Ends ends,
      int number,
      int rows,
      int width,
      RowSelection selection,
      Coding coding,
      ValueRange range,
      PublicCopySource source,
      Supplier<Workspace> workspace) {
    this.number = number;
    this.ends = ends;
    this.coding = coding;
    this.range = range;
    this.workspace = workspace;
    this.sizes =
        new ChannelBuffers.Sizes(
            rows, width, ends.frameSender().frameBytes(ends.codec().maxBytes(rows, width)));
    this.selection = new SelectedRows(selection);
    this.own = new PublicCopyReader(source.copy(number, device(), rows, width), ends.shared());
    this.gamma = ends.codec().gamma(width);
    this.rowsOf = round -> this.selection.of(round, buffers().selected());
  }

  /**
   * What the channels of a device lead from and to.
   *
   * @param frameSender sends frames
   * @param codec what encodes and decodes them
   * @param shared whether all devices hold the same objects as public copies
   */
  public record Ends(FrameSender frameSender, RowCodec codec, boolean shared) {}

  /**
   * Returns the channel that a frame is for.
   *
   * @throws MalformedFrameException if it is none of these
   */
  public static LockStepChannel addressed(Frame frame, List<LockStepChannel> channels)
      throws MalformedFrameException {
    for (LockStepChannel channel : channels) {
      if (frame.kind() == Frame.DATA && channel.number == frame.channel()) {
        return channel;
      }
    }
    throw new MalformedFrameException(
        RejectReason.UNEXPECTED,
        "a frame of "
            + frame.sender()
            + " is for channel "
            + frame.channel()
            + ", which is not there");
  }

  /** Returns its number among the channels of the device. */
  public int number() {
    return number;
  }

  /** Returns the ids of those whose frames it reads, in ascending order. */
  public List<String> senders() {
    return copies.stream().map(NeighbourCopy::device).toList();
  }

  /** Returns whose frame of a round has not arrived, if the round has one. */
  public List<String> missing(long round, ReorderBuffer arrivals) {
    return rowsOf.apply(round).rows() == 0
        ? List.of()
        : senders().stream().filter(sender -> !arrivals.has(number, round, sender)).toList();
  }

  public boolean encodesValues() {
    return coding == Coding.VALUES;
  }

  /** Leads to these neighbours from now on. */
  public void connect(List<Neighbour> neighbours, PublicCopySource source) {
    copies.clear();
    for (Neighbour neighbour : neighbours) {
      PublicCopy copy = source.copy(number, neighbour.id(), sizes.rows(), sizes.width());
      copies.add(new NeighbourCopy(neighbour, copy, ends.shared()));
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
    Frame.begin(
        outgoing,
        ends.frameSender().envelope(),
        Frame.DATA,
        ends.codec().sendsMap() ? Frame.EXPLICIT_ROWS : 0,
        number,
        own.copy().frames(),
        round);
    int payload = outgoing.position();
    ends.codec().encode(sent, outgoing);
    int payloadBytes = outgoing.position() - payload;
    ends.frameSender().end(outgoing);
    advance(own.copy(), sent);
    ends.frameSender().sendToNeighbours(outgoing, payloadBytes);
    own.copy().publish(round, values);
  }

  /**
   * Checks what can be told of a frame before its round has come.
   *
   * @throws MalformedFrameException if it cannot be taken in then
   */
  public void check(Frame arrived) throws MalformedFrameException {
    range.require(decode(arrived, arrived.sender()), arrived.sender());
  }

  /**
   * Takes in a neighbour's frame. Where copies are shared its sender has decoded it for all.
   *
   * @throws MalformedFrameException if it is not the next frame of a neighbour's channel, or its
   *     payload cannot be decoded; nothing has changed then
   */
  public void receive(Frame received) throws MalformedFrameException {
    NeighbourCopy peer = senderOf(received);
    if (!encodesValues()) {
      peer.requireNext(received.sequence());
    }
    if (!ends.shared()) {
      advance(peer.copy(), decode(received, peer.device()));
      peer.copy().publish(received.round(), rowsOf.apply(received.round()));
    }
  }

  private Block decode(Frame received, String sender) throws MalformedFrameException {
    if (received.hasExplicitRows() != ends.codec().sendsMap()) {
      throw new MalformedFrameException(
          "a frame of " + sender + " was made with another trigger than this device's");
    }
    Block selected = rowsOf.apply(received.round());
    Block decoded = buffers().difference();
    try {
      ends.codec().decode(received.payload(), selected, decoded);
    } catch (MalformedPayloadException e) {
      throw new MalformedFrameException(
          RejectReason.UNDECODABLE,
          "a frame of " + sender + " cannot be decoded: " + e.getMessage());
    }
    return decoded;
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
        .map(NeighbourCopy::copy)
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
    List<NeighbourCopy> followed = ends.shared() ? List.of() : copies;
    out.writeInt(1 + followed.size());
    out.writeUTF(device());
    own.copy().save(out);
    for (NeighbourCopy copy : followed) {
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
    return ends.frameSender().device();
  }

  private ChannelBuffers buffers() {
    return workspace.get().scratch(sizes);
  }

  private NeighbourCopy senderOf(Frame received) throws MalformedFrameException {
    for (int i = 0; i < copies.size(); i++) {
      if (copies.get(i).sent(received)) {
        return copies.get(i);
      }
    }
    throw new MalformedFrameException("a frame came from a device that is no neighbour");
  }
}
