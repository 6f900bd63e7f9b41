package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.event.NeighbourChanged.State;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.channel.ChannelSpec;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.TriggeredCodec;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.discovery.PeerPresence;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.ChannelState;
import org.limbeck.exchange.state.ChannelStates;
import org.limbeck.exchange.state.PublicCopy;

/**
 * Exchanges encoded values with neighbours that nobody waits for: frames may come late, twice, in
 * another order or never, and neighbours may die and come back with an older state. What happens on
 * each edge is the business of {@link AsyncEdge}. Frames are sent while a round begins only, so
 * that in one process the order of threads does not matter.
 */
public final class AsyncChannel implements Channel, ExchangeChannel {
  private static final int TAGGED_ROUNDS = 256;

  private final ChannelSpec spec;
  private final Ends ends;
  private final Supplier<Workspace> workspace;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final PublicCopy own;
  private final AsyncEdges edges;
  private final SendWindow window;
  private final AsyncFrameEncoder encoder;
  private final Retransmitter retransmitter;
  private final AsyncReceiver receiver;
  private long freshRound = -1;

  /** The estimate that was mixed last; none before. */
  private Optional<Estimate> mixed = Optional.empty();

  /**
   * Makes a channel without neighbours.
   *
   * @param ends what it leads from and to
   * @param states what it begins from
   * @param workspace returns that of the present call
   */
  public AsyncChannel(
      Ends ends, ChannelSpec spec, ChannelStates states, Supplier<Workspace> workspace) {
    this.spec = spec;
    this.ends = ends;
    this.workspace = workspace;
    this.selection = spec.selectedRows();
    this.sizes = new ChannelBuffers.Sizes(spec.rows(), spec.width(), 0);
    String device = device();
    Optional<ChannelState.Async> former = states.async(device, spec.number());
    FrameHistory history = new FrameHistory();
    this.own = states.copy(spec.copy(device, device));
    this.window = new SendWindow(spec.rows());
    this.edges =
        new AsyncEdges(
            device,
            ends.conserves(),
            sizes,
            window,
            ends.port().endpoint().waiting(),
            former.map(ChannelState.Async::transfers).orElse(Map.of()));
    this.encoder =
        new AsyncFrameEncoder(spec.number(), ends.port().sender(), ends.codec(), own, history);
    this.retransmitter = new Retransmitter(spec.number(), ends.port().sender(), own, history);
    this.receiver =
        new AsyncReceiver(
            ends.port(),
            new AsyncFrameDecoder(device, ends.codec(), selection, sizes, workspace),
            own,
            history,
            retransmitter,
            window);
    long next = 1 + former.map(ChannelState.Async::incarnation).orElse(0L);
    ends.port().sender().reincarnate(Math.max(ends.leastIncarnation(), next));
  }

  /**
   * What the channels of a device lead from and to.
   *
   * @param port sends frames, and takes note of those that cannot be used
   * @param codec what encodes and decodes them
   * @param conserves whether the aggregation rule conserves the sum, and so has flows
   * @param leastIncarnation the least number for this incarnation of the device
   * @param presence tells which neighbours can hear the device
   */
  public record Ends(
      FramePort port,
      TriggeredCodec codec,
      boolean conserves,
      long leastIncarnation,
      PeerPresence presence) {}

  /** Returns its number among the channels of the device. */
  public int number() {
    return spec.number();
  }

  /** Leads to these neighbours from now on. */
  public void connect(List<Neighbour> neighbours) {
    edges.connect(neighbours);
  }

  /**
   * Looks at the header of a frame before its signature is verified.
   *
   * @throws MalformedFrameException if the frame has come before
   */
  public void requireNew(Frame received) throws MalformedFrameException {
    AsyncEdge edge = edges.to(received.sender());
    if (edge != null) {
      AsyncReceiver.requireNew(edge, received.kind(), received.incarnation(), received.sequence());
    }
  }

  /** Takes in a frame; what it says is heeded when the round finishes. */
  public void arrive(Frame received, ByteBuffer bytes) {
    receiver.arrive(received, bytes);
  }

  @Override
  public boolean opens(long round) {
    retransmitter.send();
    if (window.isOpen(own.frames(), edges.all())) {
      return true;
    }
    return isAhead() && window.isFrameDue() && !sendsNothingFresh(round);
  }

  @Override
  public boolean takes(int row) {
    return !ends.conserves() || edges.all().isEmpty() || window.isAnswered(row);
  }

  /** Returns whether this device is ahead of all whom it exchanges with. */
  public boolean isAhead() {
    return window.isAhead(own.frames(), edges.all());
  }

  @Override
  public void send(long round, Block values) {
    ChannelBuffers buffers = buffers();
    selection.requireSendable(device(), round, values, buffers.selected());
    retransmitter.send();
    encoder.send(round, values, edges.all(), buffers);
    freshRound = round;
    window.sent(values);
  }

  /**
   * Sends no fresh decisions, for what a frame says beside values; but what the flows have made of
   * the former ones, as transfers go by what was sent last. Does nothing and returns false where
   * the neighbours lack rows.
   */
  private boolean sendsNothingFresh(long round) {
    ChannelBuffers buffers = buffers();
    Block rows = selection.of(round, buffers.selected());
    boolean known = own.knowsAll(rows);
    if (known) {
      Block values = new Block(rows.rows(), spec.width());
      own.read(rows, values);
      if (ends.conserves()) {
        mixed.orElseThrow().publish(values);
      }
      encoder.send(round, values, edges.all(), buffers);
      window.sent();
    }
    return known;
  }

  @Override
  public void mix(long round, Estimate estimate) {
    if (mixed.isEmpty() || mixed.get() != estimate) {
      mixed = Optional.of(estimate);
    }
    edges.leave(estimate);
    edges.all().forEach(edge -> edge.transferPending(estimate, gamma()));
    receiver.receive(edges, estimate, gamma());
    for (AsyncEdge edge : edges.all()) {
      // Who cannot hear is not asked, and at once when it is there.
      boolean asks = !edge.isEstablished() && isPresent(edge);
      edge.retries().countRound(asks, edge.hasGap());
      if (edge.retries().isSnapshotDue(asks)) {
        retransmitter.snapshot(edge, round, estimate, ends.conserves());
      }
    }
    if (!ends.conserves() && round == freshRound) {
      estimate.mix(own(round), peers(round), gamma());
    }
  }

  private boolean isPresent(AsyncEdge edge) {
    return ends.presence().of(edge.peer()) == State.PRESENT;
  }

  @Override
  public Block own(long round) {
    if (!own.hasPublished(round)) {
      own.publish(round, rows(round));
    }
    return own.published();
  }

  /** Returns the neighbours that have sent all rows of the round, with their latest values. */
  @Override
  public List<Peer> peers(long round) {
    Block rows = own(round);
    List<Peer> peers = new ArrayList<>();
    for (AsyncEdge edge : edges.all()) {
      if (edge.copy().knowsAll(rows)) {
        Block values = new Block(rows.rows(), spec.width());
        edge.copy().read(rows, values);
        peers.add(new Peer(edge.peer(), edge.weight(), values));
      }
    }
    return peers;
  }

  @Override
  public float gamma() {
    return ends.codec().gamma(spec.width());
  }

  @Override
  public PlannedFrame plan(long round) {
    int rows = rows(round).rows();
    return new PlannedFrame(rows, spec.width(), ends.codec().mapBytes(rows), false);
  }

  @Override
  public ChannelState state() {
    return new ChannelState.Async(
        spec.rows(),
        spec.width(),
        Map.of(device(), own),
        ends.port().sender().envelope().incarnation(),
        edges.transfers());
  }

  /** Returns a number that depends on which rows it selects in a good many rounds. */
  public long selectionsTag() {
    long tag = spec.rows();
    for (long round = 0; round < TAGGED_ROUNDS; round++) {
      Block selected = rows(round);
      for (int i = 0; i < selected.rows(); i++) {
        tag = 31 * tag + selected.ids()[i];
      }
      tag = 31 * tag + selected.rows();
    }
    return tag;
  }

  private Block rows(long round) {
    return selection.of(round, buffers().selected());
  }

  private ChannelBuffers buffers() {
    return workspace.get().scratch(sizes);
  }

  private String device() {
    return ends.port().sender().device();
  }
}
