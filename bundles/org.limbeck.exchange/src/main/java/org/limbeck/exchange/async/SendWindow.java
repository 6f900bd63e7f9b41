package org.limbeck.exchange.async;

import java.util.BitSet;
import java.util.Collection;
import org.limbeck.api.Block;

/**
 * Keeps a device that does not wait from running ahead of the network. What nobody has taken in yet
 * would wait somewhere, ever longer; and a device that takes its own latest decisions for those of
 * all, while no flow answers them, teaches itself. One neighbour that keeps up is enough to go on,
 * so that nobody waits for a slow one.
 */
final class SendWindow {
  private static final long MOST_UNDER_WAY = 8;
  private static final int FEWEST_QUIET_ROUNDS = 4;
  private static final int MOST_QUIET_ROUNDS = 64;

  private final int rows;

  /** The rows whose flows have changed since the device injected them last. */
  private final BitSet answered;

  private boolean hasNews;

  /** Since something has come, or fresh values were sent. */
  private int quietRounds;

  /** Is open for each of so many rows. */
  SendWindow(int rows) {
    this.rows = rows;
    this.answered = new BitSet(rows);
    answerAll();
  }

  /** Takes note of rows whose flow changes. */
  void answer(Block changed) {
    for (int i = 0; i < changed.rows(); i++) {
      answered.set(changed.ids()[i]);
    }
  }

  /** Takes note that all flows may have changed. */
  final void answerAll() {
    answered.set(0, rows);
  }

  /** Returns whether a flow of the row has changed since it was sent afresh. */
  boolean isAnswered(int row) {
    return answered.get(row);
  }

  /** Takes note that a frame has been taken in, which its sender waits to hear. */
  void heard() {
    hasNews = true;
    quietRounds = 0;
  }

  /** Returns whether there is nobody to wait for, or someone keeps up with so many frames. */
  boolean isOpen(long sent, Collection<AsyncEdge> edges) {
    return edges.isEmpty()
        || edges.stream().anyMatch(edge -> edge.isEstablished() && edge.lag(sent) < MOST_UNDER_WAY);
  }

  /** Returns whether there is somebody to wait for, and nobody keeps up with so many frames. */
  boolean isAhead(long sent, Collection<AsyncEdge> edges) {
    return edges.stream().anyMatch(AsyncEdge::isEstablished) && !isOpen(sent, edges);
  }

  /** Takes note that a frame with fresh values is sent. */
  void sent(Block fresh) {
    for (int i = 0; i < fresh.rows(); i++) {
      answered.clear(fresh.ids()[i]);
    }
    quietRounds = 0;
    sent();
  }

  /** Takes note that a frame is sent. */
  void sent() {
    hasNews = false;
  }

  /**
   * Counts a round in which no values are sent, and returns whether a frame must be sent
   * nevertheless: what has come is acknowledged; and what was sent last may be lost, so that both
   * ends wait for each other, which the first to ask again ends. Such frames are sent at intervals
   * that double.
   */
  boolean isFrameDue() {
    quietRounds++;
    boolean doubled = Integer.bitCount(quietRounds) == 1 && quietRounds >= FEWEST_QUIET_ROUNDS;
    return hasNews || doubled || quietRounds % MOST_QUIET_ROUNDS == 0;
  }
}
