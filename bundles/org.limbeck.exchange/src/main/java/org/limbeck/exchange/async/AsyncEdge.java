package org.limbeck.exchange.async;

import java.util.BitSet;
import java.util.List;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Estimate;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.exchange.channel.ChannelBuffers;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.PublicCopy;

/**
 * One device's end of an edge on which nobody waits. The end with the lesser id leads: when it
 * sends a row that the other end has sent anew too, it lets γ w (ẑ_m − ẑ_n) flow over the edge and
 * says so in the frame, with the version of ẑ_m that it took; the other end lets the opposite flow.
 * So the two ends make the same transfers, whatever the network does in between. Where the
 * aggregation rule has no flows, an edge brings the other end's values only.
 *
 * <p>An edge is established while this end knows the other one's incarnation, public copy and flow.
 * It is not at first, after the other end has begun a new incarnation, and when a transfer goes by
 * a version that is not there any more. Then each end asks, at growing intervals, until it has a
 * snapshot of the other one that names its own present incarnation: that settles the edge. What
 * holds afterwards: the copy is that of its sender, and the flows are opposite, as both ends take
 * the same one for right, the end that has made more transfers, or the leading one if they have
 * made equally many. A leading end that is established keeps its flow whatever it is told. From
 * every state one snapshot each way is enough, so that settling ends when the network lets two
 * through. A snapshot costs a frame of a whole public copy and flow. Decision 0017 says why one end
 * leads, and docs/algorithm.md why the sum is kept.
 */
final class AsyncEdge {
  private final String peer;
  private final boolean conserves;
  private final boolean leads;
  private final SendWindow window;
  private final PublicCopy copy;
  private final BitSet fresh;

  /** How many frames the other end must have taken in to have made a row's latest transfer. */
  private final long[] settledBy;

  private final EdgeRetries retries = new EdgeRetries();
  private final EarlyFrames early = new EarlyFrames();
  private float weight;
  private long incarnation = EdgeSnapshot.UNKNOWN;
  private boolean established;
  private long transfers;
  private long acknowledged;
  private Block ownPending;
  private Block theirsPending;

  /**
   * Makes an end that has heard nothing of the other yet.
   *
   * @param conserves whether the aggregation rule conserves the sum, and so has flows
   * @param window hears of the rows whose flow changes
   * @param transfers how many transfers it has made in former incarnations
   */
  AsyncEdge(
      String device,
      Neighbour neighbour,
      boolean conserves,
      ChannelBuffers.Sizes sizes,
      SendWindow window,
      long transfers) {
    this.peer = neighbour.id();
    this.conserves = conserves;
    this.leads = device.compareTo(neighbour.id()) < 0;
    this.window = window;
    this.copy = new PublicCopy(sizes.rows(), sizes.width());
    this.fresh = new BitSet(sizes.rows());
    this.settledBy = new long[sizes.rows()];
    this.weight = neighbour.weight();
    this.transfers = transfers;
  }

  String peer() {
    return peer;
  }

  PublicCopy copy() {
    return copy;
  }

  long transfers() {
    return transfers;
  }

  float weight() {
    return weight;
  }

  /** Returns when this end asks, answers and sends again. */
  EdgeRetries retries() {
    return retries;
  }

  boolean isEstablished() {
    return established;
  }

  /** Returns whether frames wait for one that has not come. */
  boolean hasGap() {
    return !early.isEmpty();
  }

  /** Has another weight from now on, and keeps so many bytes of frames that come early. */
  void weigh(float other, long mostEarly) {
    weight = other;
    early.limit(mostEarly);
  }

  /** Returns the header for a frame that selects some rows, which may say nothing. */
  EdgeHeader header(Block selected) {
    BitSet rows = new BitSet(selected.rows());
    for (int i = 0; conserves && established && leads && i < selected.rows(); i++) {
      rows.set(i, fresh.get(selected.ids()[i]));
    }
    long heard = established ? copy.frames() : 0;
    return new EdgeHeader(peer, isMissing(), heard, weight, rows);
  }

  /** Takes note of the transfer that a frame of this device has announced, until it is made. */
  void lead(EdgeHeader header, Block selected, PublicCopy own) {
    if (header.transfers()) {
      ownPending = header.select(selected, own.width());
      theirsPending = header.select(selected, own.width());
      own.read(ownPending, ownPending);
      copy.read(theirsPending, theirsPending);
      for (int i = 0; i < ownPending.rows(); i++) {
        fresh.clear(ownPending.ids()[i]);
        settledBy[ownPending.ids()[i]] = own.frames();
      }
    }
  }

  /** Makes the transfer that this end has announced. */
  void transferPending(Estimate estimate, float gamma) {
    if (ownPending != null) {
      transfer(ownPending, theirsPending, weight, estimate, gamma);
      ownPending = null;
      theirsPending = null;
    }
  }

  /** Makes the transfer that the other end has announced. */
  void follow(
      EdgeHeader header,
      Block selected,
      FrameHistory history,
      PublicCopy own,
      Estimate estimate,
      float gamma) {
    if (!header.transfers() || leads || !conserves) {
      return;
    }
    if (!history.reaches(header.heard(), own)) {
      estrange();
      return;
    }
    Block mine = header.select(selected, own.width());
    Block theirs = header.select(selected, own.width());
    history.read(header.heard(), own, mine, mine);
    copy.read(theirs, theirs);
    transfer(mine, theirs, header.weight(), estimate, gamma);
  }

  /**
   * Takes in the decoded values of the next frame.
   *
   * @param heard how many frames of this device the other end had taken in when it sent them
   */
  void advance(Block decoded, Block selected, long heard) {
    copy.add(decoded);
    acknowledged = Math.max(acknowledged, heard);
    for (int i = 0; i < selected.rows(); i++) {
      int row = selected.ids()[i];
      if (heard >= settledBy[row]) {
        fresh.set(row);
      }
    }
  }

  /** Returns whether a frame of the other end may be of use: of its present incarnation, or new. */
  boolean admits(long other) {
    if (other > incarnation) {
      incarnation = other;
      estrange();
    }
    return other == incarnation;
  }

  /** Returns whether a frame has been taken in, or waits for one before it. */
  boolean has(long other, long sequence) {
    return established && other == incarnation && (sequence < copy.frames() || early.has(sequence));
  }

  boolean isDue(long sequence) {
    return established && sequence == copy.frames();
  }

  /** Keeps a frame until those before it have come. */
  void keep(long sequence, byte[] frame) {
    if (established && sequence > copy.frames()) {
      early.keep(sequence, frame);
    }
  }

  /** Takes the frame out that is due; null if it is not there. */
  byte[] takeDue() {
    return established ? early.take(copy.frames()) : null;
  }

  /**
   * Takes in a snapshot of the other end.
   *
   * @param version how many frames the other end has sent
   * @param self this device's incarnation
   */
  void settle(EdgeSnapshot snapshot, long version, long self, Estimate estimate) {
    if (snapshot.asks() || snapshot.theirs() != self) {
      retries.answer();
    }
    boolean news = !established || version > copy.frames();
    if (snapshot.theirs() != self || !news) {
      return;
    }
    copy.replace(snapshot.copy(), version);
    boolean takesTheirs =
        snapshot.transfers() > transfers || (snapshot.transfers() == transfers && !leads);
    if (conserves && takesTheirs && !(established && leads)) {
      estimate.replaceFlow(peer, opposite(snapshot.flow()));
      transfers = snapshot.transfers();
    }
    established = true;
    retries.restart();
    fresh.clear();
    for (int i = 0; i < snapshot.copy().rows(); i++) {
      fresh.set(snapshot.copy().ids()[i]);
    }
    early.forgetBefore(version);
  }

  /**
   * Returns a snapshot of this end.
   *
   * @param version how many frames this device has sent
   */
  EdgeSnapshot snapshot(Block ownCopy, long version, Block flow) {
    retries.answered();
    acknowledged = Math.max(acknowledged, version);
    return new EdgeSnapshot(peer, incarnation, !established, transfers, ownCopy, flow);
  }

  /**
   * Returns how many frames the other end may not have taken in, as far as it has said, beyond what
   * the latest snapshot told.
   *
   * @param sent how many frames this device has sent
   */
  long lag(long sent) {
    return sent - acknowledged;
  }

  /**
   * Takes note that the other end needs a snapshot: it misses frames that are not there any more,
   * or does not know that it has had a later incarnation.
   */
  void answer() {
    retries.answer();
  }

  private boolean isMissing() {
    return established && retries.isMissing();
  }

  private void estrange() {
    established = false;
    retries.restart();
    early.clear();
    fresh.clear();
  }

  private void transfer(Block mine, Block theirs, float w, Estimate estimate, float gamma) {
    estimate.mix(mine, List.of(new Peer(peer, w, theirs)), gamma);
    transfers++;
    window.answer(mine);
  }

  private static Block opposite(Block flow) {
    for (int i = 0; i < flow.rows() * flow.width(); i++) {
      flow.values()[i] = -flow.values()[i];
    }
    return flow;
  }
}
