package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Coding;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.FrameDecoder;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.ValueRange;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.neighbours.EdgeSchedule;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.HeldCopy;
import org.limbeck.exchange.state.PublicCopy;

/**
 * Exchanges encoded values where graphs follow each other. Each row goes over the edges of the
 * graph that is due by the row's own count of exchanges, so that rows mix exactly whichever are
 * selected, and whenever. There is a pair of public copies for each edge.
 */
final class PeriodicChannel implements PeerChannel {
  private static final String MIX =
      "rows go to different neighbours: an algorithm whose devices need not be in step calls mix";

  private final LockStepChannel.Ends ends;
  private final ChannelSpec spec;
  private final EdgeSchedule schedule;
  private final CopyCoding coding;
  private final Supplier<Workspace> workspace;
  private final PeriodicBuffers.Sizes sizes;
  private final SelectedRows selection;
  private final RowPhases phases;
  private final FrameDecoder decoder;
  private final List<PeriodicEdge> edges = new ArrayList<>();
  private final PeriodicMixing mixing;

  /**
   * Makes a channel without neighbours.
   *
   * @param ends what it leads from and to; of frames, so many are kept for each edge
   * @param schedule which edges rows go over
   * @param conserves whether the aggregation rule conserves the sum
   * @param coding what its frames encode
   * @param range the values that may arrive from other processes
   * @param workspace returns that of the present call
   */
  PeriodicChannel(
      LockStepChannel.Ends ends,
      ChannelSpec spec,
      EdgeSchedule schedule,
      boolean conserves,
      Coding coding,
      ValueRange range,
      Supplier<Workspace> workspace) {
    this.ends = ends;
    this.spec = spec;
    this.schedule = schedule;
    this.coding =
        new CopyCoding(coding, ends.codec(), new FrameEncoder(spec.number(), ends.frameSender()));
    this.workspace = workspace;
    this.sizes =
        new PeriodicBuffers.Sizes(
            spec.rows(),
            spec.width(),
            ends.frameSender().frameBytes(ends.codec().maxBytes(spec.rows(), spec.width())));
    this.selection = spec.selectedRows();
    this.phases = new RowPhases(selection, spec.rows(), schedule.period());
    this.decoder = new FrameDecoder(ends.codec(), range);
    this.mixing = new PeriodicMixing(edges, phases, schedule.period(), conserves);
  }

  @Override
  public int number() {
    return spec.number();
  }

  @Override
  public List<String> senders() {
    return edges.stream().map(PeriodicEdge::peer).toList();
  }

  /** Leads to all who are neighbours in any of the graphs. */
  @Override
  public void connect(List<Neighbour> neighbours, ChannelStates states) {
    ChannelStates from = coding.from(states);
    edges.clear();
    for (Neighbour neighbour : neighbours) {
      String peer = neighbour.id();
      HeldCopy theirs = ends.copies().hold(spec.copy(device(), peer, device()), from);
      edges.add(
          new PeriodicEdge(
              new NeighbourCopy(neighbour, theirs),
              schedule.weights(device(), peer),
              ends.copies().hold(spec.copy(device(), device(), peer), from),
              new SentFrames(ends.framesKept())));
    }
  }

  @Override
  public void send(long round, Block values) {
    PeriodicBuffers buffers = buffers();
    selection.requireSendable(device(), round, values, buffers.selected());
    phases.of(round, buffers.selected());
    for (PeriodicEdge edge : edges) {
      edge.select(values, phases, buffers.part());
      if (buffers.part().rows() > 0) {
        gather(values, buffers.part());
        send(round, edge, buffers);
      }
    }
  }

  private void send(long round, PeriodicEdge edge, PeriodicBuffers buffers) {
    ByteBuffer outgoing = buffers.outgoing();
    int payloadBytes =
        coding.encode(edge.own().copy(), round, buffers.part(), buffers.coded(), outgoing);
    List<String> peer = List.of(edge.peer());
    edge.sent().keep(round, ends.frameSender().send(peer, outgoing, payloadBytes));
  }

  @Override
  public List<String> missing(long round, ReorderBuffer arrivals) {
    Block rows = rows(round);
    return edges.stream()
        .filter(edge -> edge.carries(rows, phases))
        .map(PeriodicEdge::peer)
        .filter(peer -> !arrivals.has(number(), round, peer))
        .toList();
  }

  @Override
  public void resend(long round, String neighbour) {
    edges.stream()
        .filter(edge -> edge.peer().equals(neighbour))
        .flatMap(edge -> edge.sent().of(round).stream())
        .forEach(frame -> ends.frameSender().repeat(neighbour, frame));
  }

  /** Which rows a frame of a later round is about is counted when that round comes. */
  @Override
  public void check(Frame arrived) throws MalformedFrameException {
    edgeOf(arrived);
  }

  @Override
  public void requireDue(Frame arrived) throws MalformedFrameException {
    decode(due(arrived), arrived);
  }

  private PeriodicEdge due(Frame arrived) throws MalformedFrameException {
    PeriodicEdge edge = edgeOf(arrived);
    if (!coding.encodesValues()) {
      edge.theirs().requireNext(arrived.sequence());
    }
    return edge;
  }

  private Block decode(PeriodicEdge edge, Frame arrived) throws MalformedFrameException {
    PeriodicBuffers buffers = buffers();
    edge.select(phases.of(arrived.round(), buffers.selected()), phases, buffers.part());
    if (buffers.part().rows() == 0) {
      throw new MalformedFrameException(
          RejectReason.UNEXPECTED,
          "a frame of " + edge.peer() + " is for a round in which it sends this device none");
    }
    return decoder.decodeInRange(arrived, arrived.payload(), buffers.part(), buffers.coded());
  }

  @Override
  public void receive(Frame received) throws MalformedFrameException {
    PeriodicEdge edge = due(received);
    if (!edge.theirs().held().isAdvancedBySender()) {
      coding.advance(edge.theirs().copy(), decode(edge, received));
    }
  }

  @Override
  public void mix(long round, Estimate estimate) {
    MixingBuffers.Sizes needed = new MixingBuffers.Sizes(spec.rows(), spec.width(), edges.size());
    mixing.mix(rows(round), estimate, gamma(), workspace.get().scratch(needed));
  }

  /**
   * Refuses: each neighbour knows other rows.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public Block own(long round) {
    throw new UnsupportedOperationException(MIX);
  }

  /**
   * Refuses: not all rows of a round go to the same neighbours.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public List<Peer> peers(long round) {
    throw new UnsupportedOperationException(MIX);
  }

  @Override
  public float gamma() {
    return ends.codec().gamma(spec.width());
  }

  /** Devices have as many neighbours on average as the graphs have. */
  @Override
  public PlannedFrame plan(long round) {
    int rows = selection.of(round, buffers().selected()).rows();
    return new PlannedFrame(rows, spec.width(), ends.codec().mapBytes(rows), false);
  }

  /** Returns the public copies of its edges, those of neighbours only if these do not keep them. */
  @Override
  public ChannelState state() {
    Map<String, PublicCopy> kept = new LinkedHashMap<>();
    for (PeriodicEdge edge : edges) {
      kept.put(spec.copy(device(), device(), edge.peer()).name(), edge.own().copy());
      if (!edge.theirs().held().isAdvancedBySender()) {
        kept.put(spec.copy(device(), edge.peer(), device()).name(), edge.theirs().copy());
      }
    }
    return coding.state(spec, kept);
  }

  /** Copies the values of those rows of a block that another one names, in the same order. */
  private static void gather(Block from, Block into) {
    int width = into.width();
    int row = 0;
    for (int i = 0; i < into.rows(); i++) {
      while (from.ids()[row] != into.ids()[i]) {
        row++;
      }
      System.arraycopy(from.values(), row * width, into.values(), i * width, width);
    }
  }

  private Block rows(long round) {
    return phases.of(round, buffers().selected());
  }

  private PeriodicEdge edgeOf(Frame received) throws MalformedFrameException {
    for (PeriodicEdge edge : edges) {
      if (edge.theirs().sent(received)) {
        return edge;
      }
    }
    throw new MalformedFrameException(
        RejectReason.UNKNOWN_SENDER, "a frame came from a device that is no neighbour");
  }

  private String device() {
    return ends.frameSender().device();
  }

  private PeriodicBuffers buffers() {
    return workspace.get().scratch(sizes);
  }
}
