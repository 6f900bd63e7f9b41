package org.limbeck.exchange.lockstep;

import org.limbeck.api.Block;
import org.limbeck.exchange.state.HeldCopy;

/**
 * An edge to a neighbour that rows go over in some phases only. Both ends keep a public copy of
 * what went each way, also while no row goes over it, so that frames can tell differences.
 */
final class PeriodicEdge {
  private final NeighbourCopy theirs;
  private final float[] weights;
  private final HeldCopy own;
  private final SentFrames sent;

  /**
   * Makes an edge.
   *
   * @param theirs the neighbour, with what this device knows of it
   * @param weights its weight in each phase, 0 where no row goes over it
   * @param own what the neighbour knows of this device
   */
  PeriodicEdge(NeighbourCopy theirs, float[] weights, HeldCopy own, SentFrames sent) {
    this.theirs = theirs;
    this.weights = weights;
    this.own = own;
    this.sent = sent;
  }

  String peer() {
    return theirs.device();
  }

  HeldCopy own() {
    return own;
  }

  NeighbourCopy theirs() {
    return theirs;
  }

  SentFrames sent() {
    return sent;
  }

  float weight(int phase) {
    return weights[phase];
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
}
