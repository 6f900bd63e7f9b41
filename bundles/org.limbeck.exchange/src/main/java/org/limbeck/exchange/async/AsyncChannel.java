package org.limbeck.exchange.async;

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
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.channel.ExchangeChannel;
import org.limbeck.exchange.channel.PlannedFrame;
import org.limbeck.exchange.channel.PublicCopy;
import org.limbeck.exchange.channel.PublicCopySource;
import org.limbeck.exchange.channel.RowCodec;
import org.limbeck.exchange.channel.SelectedRows;
import org.limbeck.exchange.channel.Workspace;
import org.limbeck.exchange.endpoint.FrameFilter;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.neighbours.Neighbour;

/**
 * Exchanges encoded values with neighbours that nobody waits for: frames may come late, twice, in
 * another order or never, and neighbours may die and come back with an older state. What happens on
 * each edge is the business of {@link AsyncEdge}. Frames are sent while a round begins only, so
 * that in one process the order of threads does not matter.
 */
public final class AsyncChannel implements Channel, ExchangeChannel {
  private static final int TAGGED_ROUNDS = 256;

  private final int number;
  private final FrameSender frameSender;
  private final RowCodec codec;
  private final boolean conserves;
  private final Supplier<Workspace> workspace;
  private final FrameFilter frameFilter;
  private final SelectedRows selection;
  private final ChannelBuffers.Sizes sizes;
  private final PublicCopy own;
  private final AsyncFrameDecoder reader;
  private final AsyncFrameEncoder writer;
  private final NavigableMap<String, AsyncEdge> edges = new TreeMap<>();
  private final FrameHistory history = new FrameHistory();
  private final List<ReceivedFrame> arrived = new ArrayList<>();
  private final Retransmitter answers;
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
   * @param frameFilter takes note of frames that cannot be used
   */
  public AsyncChannel(
      int number,
      FrameSender frameSender,
      RowCodec codec,
      boolean conserves,
      int rows,
      int width,
      RowSelection selection,
      PublicCopySource source,
      long leastIncarnation,
      Supplier<Workspace> workspace,
      FrameFilter frameFilter) {
    this.number = number;
    this.frameSender = frameSender;
    this.codec = codec;
    this.conserves = conserves;
    this.workspace = workspace;
    this.frameFilter = frameFilter;
    this.sizes = new ChannelBuffers.Sizes(rows, width, 0);
    this.selection = new SelectedRows(selection);
    this.own = source.copy(number, frameSender.device(), rows, width);
    this.window = new SendWindow(rows);
    this.answers = new Retransmitter(number, frameSender, own, history);
    this.writer = new AsyncFrameEncoder(number, frameSender, codec, own, history);
    this.reader =
        new AsyncFrameDecoder(frameSender.device(), codec, this.selection, sizes, workspace);
    frameSender.reincarnate(Math.max(leastIncarnation, restore(source.more(number)) + 1));
  }

  public int number() {
    return number;
  }

  /** Leads to these neighbours from now on. */
  public void connect(List<Neighbour> neighbours) {
    EdgeHeader.requireDistinct(neighbours);
    Map<String, AsyncEdge> former = new HashMap<>(edges);
    edges.clear();
    for (Neighbour neighbour : neighbours) {
      AsyncEdge edge = former.remove(neighbour.id());
      if (edge == null) {
        long transfers = savedTransfers.getOrDefault(neighbour.id(), 0L);
        edge = new AsyncEdge(frameSender.device(), neighbour, conserves, sizes, window, transfers);
      }
      edge.weigh(neighbour.weight());
      edges.put(neighbour.id(), edge);
    }
    gone.addAll(former.keySet());
    savedTransfers.clear();
  }

  /** Takes in a frame; what it says is heeded when the round finishes. */
  public void arrive(Frame received, ByteBuffer bytes) {
    arrived.add(ReceivedFrame.of(received, bytes));
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
    selection.requireSendable(frameSender.device(), round, values, buffers.selected());
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
    arrived.sort(ReceivedFrame.ORDER);
    for (ReceivedFrame one : arrived) {
      AsyncEdge edge = edges.get(one.sender());
      if (edge != null) {
        take(edge, one, estimate);
      }
    }
    arrived.clear();
    for (AsyncEdge edge : edges.values()) {
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
    for (AsyncEdge edge : edges.values()) {
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
    return sender.equals(frameSender.device()) ? Optional.of(own) : Optional.empty();
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(sizes.rows());
    out.writeInt(sizes.width());
    out.writeInt(1);
    out.writeUTF(frameSender.device());
    own.save(out);
  }

  /** Writes the incarnation, and how many transfers each edge has made. */
  @Override
  public void saveMore(DataOutput out) throws IOException {
    out.writeLong(frameSender.envelope().incarnation());
    out.writeInt(edges.size());
    for (AsyncEdge edge : edges.values()) {
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

  private void take(AsyncEdge edge, ReceivedFrame one, Estimate estimate) {
    try {
      requireNews(edge, one);
      frame.read(ByteBuffer.wrap(one.bytes()));
      if (one.kind() == Frame.SNAPSHOT) {
        EdgeSnapshot snapshot = reader.snapshot(frame);
        outlive(snapshot.theirs());
        window.answerAll();
        edge.settle(snapshot, one.sequence(), frameSender.envelope().incarnation(), estimate);
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
      frameFilter.refuse(one.sender(), e);
    }
  }

  private static void requireNews(AsyncEdge edge, ReceivedFrame one)
      throws MalformedFrameException {
    if (!edge.admits(one.incarnation())) {
      if (one.kind() == Frame.SNAPSHOT) {
        edge.answer();
      }
      throw new MalformedFrameException(
          RejectReason.FORMER_INCARNATION, "a frame of " + one.sender() + " is from a former life");
    }
    if (one.kind() == Frame.DATA && edge.has(one.sequence())) {
      throw new MalformedFrameException(
          RejectReason.REPLAYED,
          "frame " + one.sequence() + " of " + one.sender() + " is here already");
    }
  }

  private void outlive(long told) {
    long present = frameSender.envelope().incarnation();
    long next = Incarnations.outliving(told, present);
    if (next != present) {
      frameSender.reincarnate(next);
    }
  }

  /** Takes in the frame at hand, which is the next one of the edge. */
  private void apply(AsyncEdge edge, Estimate estimate) throws MalformedFrameException {
    AsyncFrameDecoder.Contents contents = reader.contents(frame);
    List<EdgeHeader> notes = contents.notes();
    window.heard();
    edge.advance(contents.values(), contents.rows(), notes.isEmpty() ? 0 : notes.get(0).heard());
    for (EdgeHeader note : notes) {
      edge.follow(note, contents.rows(), history, own, estimate, gamma());
    }
    resendMissing(edge, notes);
  }

  /** Both ends may miss frames: what the other one misses is heeded before its turn. */
  private void resendMissing(AsyncEdge edge, List<EdgeHeader> notes) {
    for (EdgeHeader note : notes) {
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
