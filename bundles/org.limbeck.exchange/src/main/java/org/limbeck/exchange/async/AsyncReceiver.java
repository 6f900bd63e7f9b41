package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.exchange.endpoint.FramePort;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;
import org.limbeck.exchange.state.PublicCopy;

/**
 * Takes in the frames of neighbours, edge by edge in the order of their numbers: what the network
 * has made of that order does not matter. Used by one thread at a time.
 */
final class AsyncReceiver {
  /** How often a neighbour may tell of a later incarnation; an honest one knows of few. */
  private static final int MOST_RAISES = 3;

  private final FramePort port;
  private final AsyncFrameDecoder decoder;
  private final PublicCopy own;
  private final FrameHistory history;
  private final Retransmitter retransmitter;
  private final SendWindow window;
  private final List<ReceivedFrame> arrived = new ArrayList<>();
  private final Map<String, Integer> raises = new HashMap<>();
  private final Frame frame = new Frame();

  /**
   * Has received nothing yet.
   *
   * @param port tells the incarnation, and takes note of what is refused
   * @param own the public copy of the device's own values
   * @param history what it was before each frame that was sent
   * @param retransmitter sends again what is missing
   * @param window hears of what has come
   */
  AsyncReceiver(
      FramePort port,
      AsyncFrameDecoder decoder,
      PublicCopy own,
      FrameHistory history,
      Retransmitter retransmitter,
      SendWindow window) {
    this.port = port;
    this.decoder = decoder;
    this.own = own;
    this.history = history;
    this.retransmitter = retransmitter;
    this.window = window;
  }

  /** Keeps a frame until {@link #receive}. */
  void arrive(Frame received, ByteBuffer bytes) {
    arrived.add(ReceivedFrame.of(received, bytes));
  }

  /** Takes in what has arrived from the other ends of edges. */
  void receive(AsyncEdges edges, Estimate estimate, float gamma) {
    arrived.sort(ReceivedFrame.ORDER);
    for (ReceivedFrame one : arrived) {
      AsyncEdge edge = edges.to(one.sender());
      if (edge != null) {
        take(edge, one, estimate, gamma);
      }
    }
    arrived.clear();
  }

  private void take(AsyncEdge edge, ReceivedFrame one, Estimate estimate, float gamma) {
    try {
      requireNews(edge, one);
      frame.read(ByteBuffer.wrap(one.bytes()));
      if (one.kind() == Frame.SNAPSHOT) {
        EdgeSnapshot snapshot = decoder.snapshot(frame);
        exceed(one.sender(), snapshot.theirs());
        window.answerAll();
        edge.settle(snapshot, one.sequence(), incarnation(), estimate);
      } else if (edge.isDue(one.sequence())) {
        apply(edge, estimate, gamma);
      } else {
        edge.keep(one.sequence(), one.bytes());
        resendMissing(edge, decoder.headers(frame));
      }
      for (byte[] next = edge.takeDue(); next != null; next = edge.takeDue()) {
        frame.read(ByteBuffer.wrap(next));
        apply(edge, estimate, gamma);
      }
    } catch (MalformedFrameException e) {
      port.filter().charge(one.sender(), e);
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
    requireNew(edge, one.kind(), one.incarnation(), one.sequence());
  }

  /** Refuses a frame that has come before. */
  static void requireNew(AsyncEdge edge, int kind, long incarnation, long sequence)
      throws MalformedFrameException {
    if (kind == Frame.DATA && edge.has(incarnation, sequence)) {
      throw new MalformedFrameException(
          RejectReason.REPLAYED, "frame " + sequence + " of " + edge.peer() + " is here already");
    }
  }

  /** Every time the device begins anew for all its neighbours, of whom one may be lying. */
  private void exceed(String sender, long told) throws MalformedFrameException {
    long next = Incarnations.exceeding(told, incarnation());
    if (next != incarnation()) {
      if (raises.merge(sender, 1, Integer::sum) > MOST_RAISES) {
        throw new MalformedFrameException(
            RejectReason.OUT_OF_BOUNDS,
            sender + " knows incarnation " + told + ", and the present one is " + incarnation());
      }
      port.sender().reincarnate(next);
    }
  }

  private long incarnation() {
    return port.sender().envelope().incarnation();
  }

  /** Takes in the frame at hand, which is the next one of the edge. */
  private void apply(AsyncEdge edge, Estimate estimate, float gamma)
      throws MalformedFrameException {
    AsyncFrameDecoder.Contents contents = decoder.contents(frame);
    List<EdgeHeader> headers = contents.headers();
    requireSent(headers);
    window.heard();
    edge.advance(
        contents.values(), contents.rows(), headers.isEmpty() ? 0 : headers.get(0).heard());
    for (EdgeHeader header : headers) {
      edge.follow(header, contents.rows(), history, own, estimate, gamma);
    }
    resendMissing(edge, headers);
  }

  /** What is said after an edge was settled is of frames of this incarnation. */
  private void requireSent(List<EdgeHeader> headers) throws MalformedFrameException {
    for (EdgeHeader header : headers) {
      if (header.heard() > own.frames()) {
        throw new MalformedFrameException(
            RejectReason.OUT_OF_BOUNDS,
            "a frame acknowledges "
                + header.heard()
                + " frames, and "
                + own.frames()
                + " are sent");
      }
    }
  }

  /** Both ends may miss frames: what the other one misses is heeded before its turn. */
  private void resendMissing(AsyncEdge edge, List<EdgeHeader> headers) {
    for (EdgeHeader header : headers) {
      if (header.missing()) {
        retransmitter.resend(edge, header.heard());
      }
    }
  }
}
