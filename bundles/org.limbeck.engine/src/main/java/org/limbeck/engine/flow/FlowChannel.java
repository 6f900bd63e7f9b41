package org.limbeck.engine.flow;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.api.algorithm.Channel;
import org.limbeck.api.algorithm.RowSelection;
import org.limbeck.engine.channel.ChannelBuffers;
import org.limbeck.engine.channel.ChannelEnd;
import org.limbeck.engine.channel.CopySource;
import org.limbeck.engine.channel.Gatekeeper;
import org.limbeck.engine.channel.Mailer;
import org.limbeck.engine.channel.Neighbour;
import org.limbeck.engine.channel.PlannedFrame;
import org.limbeck.engine.channel.PublicCopy;
import org.limbeck.engine.channel.RowCodec;
import org.limbeck.engine.channel.SelectedRows;
import org.limbeck.engine.channel.Workspace;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;
import org.limbeck.engine.network.Refusal;

/**
 * Exchanges encoded values with neighbours that nobody waits for: frames may come late, twice, in
 * another order or never, and neighbours may die and come back with an older state. What happens on
 * each edge is the business of {@link Edge}. Frames are sent while a round begins only, so that in
 * one process the order of threads does not matter.
 */
public final class FlowChannel implements Channel, ChannelEnd {
  private static final int TAGGED_ROUNDS = 256;

  private final int number;
  private final Mailer mailer;
  private final RowCodec codec;
  private final boolean conserves;
  private final Supplier<Workspace> workspace;
  private final Gatekeeper gatekeeper;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final PublicCopy own;
  private final FlowReader reader;
  private final FlowWriter writer;
  private final NavigableMap<String, Edge> edges = new TreeMap<>();
  private final FrameHistory history = new FrameHistory();
  private final List<FlowArrival> arrived = new ArrayList<>();
  private final Answers answers;
  private final SendWindow window;
  private long freshRound = -1;

  /** The estimate that was mixed last; null before. */
  private Estimate mixed;

  private final List<String> gone = new ArrayList<>();
  private final Map<String, Long> savedTransfers = new HashMap<>();
  private final Frame frame = new Frame();

  /**
   * Makes a channel without neighbours.
   *
   * @param number its number among the channels of the device
   * @param conserves whether the aggregation rule conserves the sum, and so has flows
   * @param rows the number of rows that it speaks of
   * @param width values per row
   * @param selection the rows of a round
   * @param source where it goes on from
   * @param leastIncarnation the least number for this life of the device
   * @param workspace returns that of the present call
   * @param gatekeeper takes note of frames that cannot be used
   */
  public FlowChannel(
      int number,
      Mailer mailer,
      RowCodec codec,
      boolean conserves,
      int rows,
      int width,
      RowSelection selection,
      CopySource source,
      long leastIncarnation,
      Supplier<Workspace> workspace,
      Gatekeeper gatekeeper) {
    this.number = number;
    this.mailer = mailer;
    this.codec = codec;
    this.conserves = conserves;
    this.workspace = workspace;
    this.gatekeeper = gatekeeper;
    this.sizes = new ChannelBuffers.Sizes(rows, width, 0);
    this.selection = new SelectedRows(selection);
    this.own = source.copy(number, mailer.device(), rows, width);
    this.window = new SendWindow(rows);
    this.answers = new Answers(number, mailer, own, history);
    this.writer = new FlowWriter(number, mailer, codec, own, history);
    this.reader = new FlowReader(mailer.device(), codec, this.selection, sizes, workspace);
    mailer.reincarnate(Math.max(leastIncarnation, restore(source.more(number)) + 1));
  }

  public int number() {
    return number;
  }

  /** Leads to these neighbours from now on. */
  public void connect(List<Neighbour> neighbours) {
    EdgeNote.requireDistinct(neighbours);
    Map<String, Edge> former = new HashMap<>(edges);
    edges.clear();
    for (Neighbour neighbour : neighbours) {
      Edge edge = former.remove(neighbour.id());
      if (edge == null) {
        long transfers = savedTransfers.getOrDefault(neighbour.id(), 0L);
        edge = new Edge(mailer.device(), neighbour, conserves, sizes, window, transfers);
      }
      edge.weigh(neighbour.weight());
      edges.put(neighbour.id(), edge);
    }
    gone.addAll(former.keySet());
    savedTransfers.clear();
  }

  /** Takes in a frame; what it says is heeded when the round finishes. */
  public void arrive(Frame received, ByteBuffer bytes) {
    arrived.add(FlowArrival.of(received, bytes));
  }

  @Override
  public boolean opens(long round) {
    answers.send();
    if (window.isOpen(own.frames(), edges.values())) {
      return true;
    }
    return isAhead() && window.mustSpeak() && !saysNothingFresh(round);
  }

  @Override
  public boolean takes(int row) {
    return !conserves || edges.isEmpty() || window.isAnswered(row);
  }

  /** Returns whether this device is ahead of all whom it exchanges with. */
  public boolean isAhead() {
    return window.isAhead(own.frames(), edges.values());
  }

  @Override
  public void send(long round, Block values) {
    ChannelBuffers buffers = workspace.get().scratch(sizes);
    selection.requireSendable(mailer.device(), round, values, buffers.selected());
    answers.send();
    writer.send(round, values, edges.values(), buffers);
    freshRound = round;
    window.spoken(values);
  }

  /**
   * Sends no fresh decisions, for what a frame says beside values; but what the flows have made of
   * the former ones, as transfers go by what was sent last. Does nothing and returns false where
   * the neighbours lack rows.
   */
  private boolean saysNothingFresh(long round) {
    ChannelBuffers buffers = workspace.get().scratch(sizes);
    Block rows = selection.of(round, buffers.selected());
    boolean known = knowsAll(own, rows);
    if (known) {
      Block values = new Block(rows.rows(), sizes.width());
      own.read(rows, values);
      if (conserves) {
        mixed.publish(values);
      }
      writer.send(round, values, edges.values(), buffers);
      window.spoken();
    }
    return known;
  }

  @Override
  public void mix(long round, Estimate estimate) {
    mixed = estimate;
    gone.forEach(estimate::leave);
    gone.clear();
    edges.values().forEach(edge -> edge.transferPending(estimate, gamma()));
    arrived.sort(FlowArrival.ORDER);
    for (FlowArrival one : arrived) {
      Edge edge = edges.get(one.sender());
      if (edge != null) {
        take(edge, one, estimate);
      }
    }
    arrived.clear();
    for (Edge edge : edges.values()) {
      edge.waited();
      if (edge.isSnapshotDue()) {
        answers.snapshot(edge, round, estimate, conserves);
      }
    }
    if (!conserves && round == freshRound) {
      estimate.mix(own(round), peers(round), gamma());
    }
  }

  @Override
  public Block own(long round) {
    if (!own.hasPublished(round)) {
      own.publish(round, reader.rows(round));
    }
    return own.published();
  }

  /** Returns the neighbours that have sent all rows of the round, with their latest values. */
  @Override
  public List<Peer> peers(long round) {
    Block rows = own(round);
    List<Peer> peers = new ArrayList<>();
    for (Edge edge : edges.values()) {
      if (knowsAll(edge.copy(), rows)) {
        Block values = new Block(rows.rows(), sizes.width());
        edge.copy().read(rows, values);
        peers.add(new Peer(edge.peer(), edge.weight(), values));
      }
    }
    return peers;
  }

  @Override
  public float gamma() {
    return codec.gamma(sizes.width());
  }

  @Override
  public PlannedFrame plan(long round) {
    int rows = reader.rows(round).rows();
    return new PlannedFrame(rows, sizes.width(), codec.mapBytes(rows), false);
  }

  @Override
  public Optional<PublicCopy> copyOf(String sender) {
    return sender.equals(mailer.device()) ? Optional.of(own) : Optional.empty();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sizes.rows());
    out.writeInt(sizes.width());
    out.writeInt(1);
    out.writeUTF(mailer.device());
    own.save(out);
  }

  /** Writes the incarnation, and how many transfers each edge has made. */
  @Override
  public void saveMore(DataOutput out) throws IOException {
    out.writeLong(mailer.envelope().incarnation());
    out.writeInt(edges.size());
    for (Edge edge : edges.values()) {
      out.writeUTF(edge.peer());
      out.writeLong(edge.transfers());
    }
  }

  /** Returns a number that depends on which rows it selects in a good many rounds. */
  public long selectionsTag() {
    long tag = sizes.rows();
    for (long round = 0; round < TAGGED_ROUNDS; round++) {
      Block selected = reader.rows(round);
      for (int i = 0; i < selected.rows(); i++) {
        tag = 31 * tag + selected.ids()[i];
      }
      tag = 31 * tag + selected.rows();
    }
    return tag;
  }

  private long restore(byte[] more) {
    if (more.length == 0) {
      return 0;
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(more))) {
      long incarnation = in.readLong();
      for (int count = in.readInt(); count > 0; count--) {
        savedTransfers.put(in.readUTF(), in.readLong());
      }
      return incarnation;
    } catch (IOException e) {
      throw new IllegalStateException("the saved edges cannot be read: " + e.getMessage(), e);
    }
  }

  private void take(Edge edge, FlowArrival one, Estimate estimate) {
    try {
      requireNews(edge, one);
      frame.read(ByteBuffer.wrap(one.bytes()));
      if (one.kind() == Frame.SNAPSHOT) {
        EdgeSnapshot snapshot = reader.snapshot(frame);
        outlive(snapshot.theirs());
        window.answerAll();
        edge.settle(snapshot, one.sequence(), mailer.envelope().incarnation(), estimate);
      } else if (edge.isDue(one.sequence())) {
        apply(edge, estimate);
      } else {
        edge.keep(one.sequence(), one.bytes());
        resendMissing(edge, reader.notes(frame));
      }
      for (byte[] next = edge.takeDue(); next != null; next = edge.takeDue()) {
        frame.read(ByteBuffer.wrap(next));
        apply(edge, estimate);
      }
    } catch (MalformedFrameException e) {
      gatekeeper.refuse(one.sender(), e);
    }
  }

  private static void requireNews(Edge edge, FlowArrival one) throws MalformedFrameException {
    if (!edge.admits(one.incarnation())) {
      if (one.kind() == Frame.SNAPSHOT) {
        edge.answer();
      }
      throw new MalformedFrameException(
          Refusal.FORMER_INCARNATION, "a frame of " + one.sender() + " is from a former life");
    }
    if (one.kind() == Frame.DATA && edge.has(one.sequence())) {
      throw new MalformedFrameException(
          Refusal.REPLAYED, "frame " + one.sequence() + " of " + one.sender() + " is here already");
    }
  }

  private void outlive(long told) {
    long present = mailer.envelope().incarnation();
    long next = Incarnations.outliving(told, present);
    if (next != present) {
      mailer.reincarnate(next);
    }
  }

  /** Takes in the frame at hand, which is the next one of the edge. */
  private void apply(Edge edge, Estimate estimate) throws MalformedFrameException {
    FlowReader.Contents contents = reader.contents(frame);
    List<EdgeNote> notes = contents.notes();
    window.heard();
    edge.advance(contents.values(), contents.rows(), notes.isEmpty() ? 0 : notes.get(0).heard());
    for (EdgeNote note : notes) {
      edge.follow(note, contents.rows(), history, own, estimate, gamma());
    }
    resendMissing(edge, notes);
  }

  /** Both ends may miss frames: what the other one misses is heeded before its turn. */
  private void resendMissing(Edge edge, List<EdgeNote> notes) {
    for (EdgeNote note : notes) {
      if (note.missing()) {
        answers.resend(edge, note.heard());
      }
    }
  }

  private static boolean knowsAll(PublicCopy copy, Block rows) {
    for (int i = 0; i < rows.rows(); i++) {
      if (!copy.knows(rows.ids()[i])) {
        return false;
      }
    }
    return true;
  }
}
