package org.limbeck.exchange.lockstep;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;
import org.limbeck.exchange.state.HeldCopy;
import org.limbeck.exchange.state.PublicCopy;

/** A neighbour with the public copy of its values. */
final class NeighbourCopy {
  private final Neighbour neighbour;
  private final byte[] id;
  private final HeldCopy held;
  private Peer peer;

  NeighbourCopy(Neighbour neighbour, HeldCopy held) {
    this.neighbour = neighbour;
    this.id = neighbour.id().getBytes(StandardCharsets.UTF_8);
    this.held = held;
  }

  String device() {
    return neighbour.id();
  }

  PublicCopy copy() {
    return held.copy();
  }

  boolean sent(Frame frame) {
    return frame.isFrom(id);
  }

  HeldCopy held() {
    return held;
  }

  void requireNext(long sequence) throws MalformedFrameException {
    long due = held.due();
    if (sequence != due) {
      throw new MalformedFrameException(
          "frame " + due + " of " + device() + " is due, and frame " + sequence + " came");
    }
  }

  /** Returns the neighbour with its rows of a round. */
  Peer peer(long round, LongFunction<Block> selection) {
    Block rows = held.rows(round, selection);
    if (peer == null || peer.copy() != rows) {
      peer = new Peer(neighbour.id(), neighbour.weight(), rows);
    }
    return peer;
  }
}
