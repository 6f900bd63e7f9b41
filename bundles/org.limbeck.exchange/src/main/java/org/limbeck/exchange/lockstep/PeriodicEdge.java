package org.limbeck.exchange.lockstep;

import java.nio.charset.StandardCharsets;
import org.limbeck.api.Block;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.state.HeldCopy;

/**
 * An edge to a neighbour that rows go over in some phases only. Both ends keep a public copy of
 * what went each way, also while no row goes over it, so that frames can tell differences.
 */
final class PeriodicEdge {
  private final String peer;
  private final byte[] id;
  private final float[] weights;
  private final HeldCopy own;
  private final HeldCopy theirs;
  private final SentFrames sent;

  /**
   * Makes an edge.
   *
   * @param peer the id of the neighbour
   * @param weights its weight in each phase, 0 where no row goes over it
   * @param own what the neighbour knows of this device
   * @param theirs what this device knows of the neighbour
   */
  PeriodicEdge(String peer, float[] weights, HeldCopy own, HeldCopy theirs, SentFrames sent) {
    this.peer = peer;
    this.id = peer.getBytes(StandardCharsets.UTF_8);
    this.weights = weights;
    this.own = own;
    this.theirs = theirs;
    this.sent = sent;
  }

  String peer() {
    return peer;
  }

  HeldCopy own() {
    return own;
  }

  HeldCopy theirs() {
    return theirs;
  }

  SentFrames sent() {
    return sent;
  }

  float weight(int phase) {
    return weights[phase];
  }

  boolean sent(Frame frame) {
    return frame.isFrom(id);
  }

  /** Writes the ids of those rows that go over the edge into {@code into}. */
  void select(Block rows, RowPhases phases, Block into) {
    int taken = 0;
    for (int i = 0; i < rows.rows(); i++) {
      int row = rows.ids()[i];
      if (weights[phases.of(row)] > 0) {
        into.ids()[taken++] = row;
      }
    }
    into.rows(taken);
  }

  /** Returns whether any of these rows goes over the edge. */
  boolean carries(Block rows, RowPhases phases) {
    for (int i = 0; i < rows.rows(); i++) {
      if (weights[phases.of(rows.ids()[i])] > 0) {
        return true;
      }
    }
    return false;
  }

  void requireNext(Frame frame) throws MalformedFrameException {
    if (frame.sequence() != theirs.due()) {
      throw new MalformedFrameException(
          "frame "
              + theirs.due()
              + " of "
              + peer
              + " is due, and frame "
              + frame.sequence()
              + " came");
    }
  }
}
