package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.exchange.channel.FrameEncoder;
import org.limbeck.exchange.endpoint.FrameSender;
import org.limbeck.exchange.state.PublicCopy;

/**
 * What a channel has for one neighbour alone: frames that it misses, and snapshots. A neighbour
 * says in its frames how many it has taken in, and whether a later one waits; then those from there
 * on are sent again, at most 32 at once and every second round, from the {@link FrameHistory}. What
 * is not there any more is replaced by a snapshot of the edge, which settles all that is lost, so
 * that a gap closes after any number of losses: the neighbour goes on asking until it has. Frames
 * that are sent again are the bytes of the first time, so that nobody can take in two different
 * ones of one number. All of it leaves when the next round begins. Used by one thread at a time.
 */
final class Retransmitter {
  private static final int RESENT_AT_ONCE = 32;

  private final FrameEncoder encoder;
  private final FrameSender frameSender;
  private final PublicCopy own;
  private final FrameHistory history;
  private final List<Waiting> outgoing = new ArrayList<>();

  private record Waiting(String receiver, ByteBuffer bytes, int payloadBytes) {}

  /**
   * Has nothing to send yet.
   *
   * @param channel the number of the channel
   * @param own the public copy of the device's own values
   * @param history what it has sent
   */
  Retransmitter(int channel, FrameSender frameSender, PublicCopy own, FrameHistory history) {
    this.encoder = new FrameEncoder(channel, frameSender);
    this.frameSender = frameSender;
    this.own = own;
    this.history = history;
  }

  /** Sends frames again, from a number on; or a snapshot, if they are not there any more. */
  void resend(AsyncEdge edge, long from) {
    if (from >= own.frames() || !edge.retries().mayResend()) {
      return;
    }
    long end = Math.min(own.frames(), from + RESENT_AT_ONCE);
    for (long sequence = from; sequence < end; sequence++) {
      Optional<FrameHistory.Sent> sent = history.find(sequence);
      if (sent.isEmpty()) {
        edge.answer();
        return;
      }
      outgoing.add(new Waiting(edge.peer(), sent.get().bytes(), sent.get().payloadBytes()));
    }
  }

  /**
   * Sends all that the other end of an edge needs to go on from.
   *
   * @param withFlow whether the estimate has flows
   */
  void snapshot(AsyncEdge edge, long round, Estimate estimate, boolean withFlow) {
    Block copy = own.all();
    int rows = own.rows();
    Block flow = new Block(withFlow ? rows : 0, own.width());
    flow.rows(flow.capacity());
    for (int row = 0; row < flow.rows(); row++) {
      flow.ids()[row] = row;
    }
    estimate.readFlow(edge.peer(), flow);
    EdgeSnapshot snapshot = edge.snapshot(copy, own.frames(), nonZero(flow));
    int bytes = snapshot.bytes(rows);
    ByteBuffer out = ByteBuffer.allocate(frameSender.frameBytes(bytes));
    encoder.beginSnapshot(own.frames(), round, out);
    int payload = out.position();
    snapshot.write(rows, out);
    encoder.end(payload, out);
    outgoing.add(new Waiting(edge.peer(), out, bytes));
  }

  /** Lets all of it leave. */
  void send() {
    for (Waiting waiting : outgoing) {
      frameSender.send(List.of(waiting.receiver()), waiting.bytes(), waiting.payloadBytes());
    }
    outgoing.clear();
  }

  private static Block nonZero(Block flow) {
    int width = flow.width();
    int kept = 0;
    for (int row = 0; row < flow.rows(); row++) {
      boolean zero = true;
      for (int k = row * width; k < (row + 1) * width; k++) {
        zero &= flow.values()[k] == 0;
      }
      if (!zero) {
        flow.ids()[kept] = flow.ids()[row];
        System.arraycopy(flow.values(), row * width, flow.values(), kept * width, width);
        kept++;
      }
    }
    flow.rows(kept);
    return flow;
  }
}
