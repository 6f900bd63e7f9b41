package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.FrameDecoder;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.HeldCopy;
import org.limbeck.exchange.state.PublicCopies;
import org.limbeck.exchange.state.PublicCopy;

/**
 * Exchanges encoded values with the neighbours. Sender and receivers advance public copies by the
 * same decoded bits.
 */
public final class LockStepChannel implements PeerChannel {
  private final Ends ends;
  private final ChannelSpec spec;
  private final CopyCoding coding;
  private final Supplier<Workspace> workspace;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final FrameDecoder decoder;
  private final SentFrames sent;
  private final HeldCopy own;
  private final List<NeighbourCopy> copies = new ArrayList<>();
  private final List<Peer> peers = new ArrayList<>();
  private final float gamma;
  private final LongFunction<Block> rowsOf;

  /**
   * Makes a channel without neighbours.
   *
   * @param ends what it leads from and to
   * @param coding what its frames encode
   * @param range the values that may arrive from other processes
   * @param states what it begins from; values begin anew
   * @param workspace returns that of the present call
   */
  public LockStepChannel(
      Ends ends,
      ChannelSpec spec,
      Coding coding,
      ValueRange range,
      ChannelStates states,
      Supplier<Workspace> workspace) {
    this.ends = ends;
    this.spec = spec;
    this.coding =
        new CopyCoding(coding, ends.codec(), new FrameEncoder(spec.number(), ends.frameSender()));
    this.workspace = workspace;
    this.sizes =
        new ChannelBuffers.Sizes(
            spec.rows(),
            spec.width(),
            ends.frameSender().frameBytes(ends.codec().maxBytes(spec.rows(), spec.width())));
    this.selection = spec.selectedRows();
    this.decoder = new FrameDecoder(ends.codec(), range);
    this.sent = new SentFrames(ends.framesKept());
    this.own = hold(device(), states);
    this.gamma = ends.codec().gamma(spec.width());
    this.rowsOf = round -> this.selection.of(round, buffers().selected());
  }

  /**
   * What the channels of a device lead from and to.
   *
   * @param frameSender sends frames
   * @param codec what encodes and decodes them
   * @param copies where devices hold public copies
   * @param framesKept how many frames are kept to be sent again
   */
  public record Ends(
      FrameSender frameSender, TriggeredCodec codec, PublicCopies copies, int framesKept) {}

  @Override
  public int number() {
    return spec.number();
  }

  @Override
  public List<String> senders() {
    return copies.stream().map(NeighbourCopy::device).toList();
  }

  @Override
  public List<String> missing(long round, ReorderBuffer arrivals) {
    return rowsOf.apply(round).rows() == 0
        ? List.of()
        : senders().stream().filter(sender -> !arrivals.has(number(), round, sender)).toList();
  }

  public boolean encodesValues() {
    return coding.encodesValues();
  }

  @Override
  public void connect(List<Neighbour> neighbours, ChannelStates states) {
    copies.clear();
    for (Neighbour neighbour : neighbours) {
      copies.add(new NeighbourCopy(neighbour, hold(neighbour.id(), states)));
    }
  }

  @Override
  public void send(long round, Block values) {
    selection.requireSendable(device(), round, values, buffers().selected());
    ByteBuffer outgoing = buffers().outgoing();
    int payloadBytes = coding.encode(own.copy(), round, values, buffers().difference(), outgoing);
    sent.keep(round, ends.frameSender().sendToNeighbours(outgoing, payloadBytes));
    own.copy().publish(round, values);
  }

  @Override
  public void resend(long round, String neighbour) {
    sent.of(round).ifPresent(frame -> ends.frameSender().repeat(neighbour, frame));
  }

  @Override
  public void check(Frame arrived) throws MalformedFrameException {
    decoder.decodeInRange(
        arrived, arrived.payload(), rowsOf.apply(arrived.round()), buffers().difference());
  }

  @Override
  public void requireDue(Frame arrived) throws MalformedFrameException {
    due(arrived);
  }

  /** Returns the neighbour whose next frame this is. */
  private NeighbourCopy due(Frame arrived) throws MalformedFrameException {
    NeighbourCopy peer = senderOf(arrived);
    if (!encodesValues()) {
      peer.requireNext(arrived.sequence());
    }
    return peer;
  }

  @Override
  public void receive(Frame received) throws MalformedFrameException {
    NeighbourCopy peer = due(received);
    if (!peer.held().isAdvancedBySender()) {
      Block selected = rowsOf.apply(received.round());
      coding.advance(
          peer.copy(),
          decoder.decode(received, received.payload(), selected, buffers().difference()));
      peer.copy().publish(received.round(), rowsOf.apply(received.round()));
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
    return new PlannedFrame(rows, spec.width(), ends.codec().mapBytes(rows), false);
  }

  /** Returns its own public copy, and those of neighbours who do not keep them for all. */
  @Override
  public ChannelState state() {
    Map<String, PublicCopy> kept = new LinkedHashMap<>();
    kept.put(device(), own.copy());
    for (NeighbourCopy peer : copies) {
      if (!peer.held().isAdvancedBySender()) {
        kept.put(peer.device(), peer.copy());
      }
    }
    return coding.state(spec, kept);
  }

  private HeldCopy hold(String sender, ChannelStates states) {
    return ends.copies().hold(spec.copy(device(), sender), coding.from(states));
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
    throw new MalformedFrameException(
        RejectReason.UNKNOWN_SENDER, "a frame came from a device that is no neighbour");
  }
}
