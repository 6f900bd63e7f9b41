package org.limbeck.exchange.lockstep;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.exchange.channel.PublicCopy;
import org.limbeck.exchange.channel.PublicCopyReader;
import org.limbeck.exchange.frame.Frame;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.neighbours.Neighbour;

/** A neighbour with the public copy of its values. */
final class NeighbourCopy {
  private final Neighbour neighbour;
  private final byte[] id;
  private final PublicCopyReader reader;
  private Peer peer;

  NeighbourCopy(Neighbour neighbour, PublicCopy copy, boolean shared) {
    this.neighbour = neighbour;
    this.id = neighbour.id().getBytes(StandardCharsets.UTF_8);
    this.reader = new PublicCopyReader(copy, shared);
  }

  String device() {
    return neighbour.id();
  }

  PublicCopy copy() {
    return reader.copy();
  }

  boolean sent(Frame frame) {
    return frame.isFrom(id);
  }

  /** A shared copy is one frame ahead, as its device has brought it up to date. */
  void requireNext(long sequence) throws MalformedFrameException {
    long due = reader.isShared() ? copy().frames() - 1 : copy().frames();
    if (sequence != due) {
      throw new MalformedFrameException(
          "frame " + due + " of " + device() + " is due, and frame " + sequence + " came");
    }
  }

  /** Returns the neighbour with its rows of a round. */
  Peer peer(long round, LongFunction<Block> selection) {
    Block rows = reader.rows(round, selection);
    if (peer == null || peer.copy() != rows) {
      peer = new Peer(neighbour.id(), neighbour.weight(), rows);
    }
    return peer;
  }
}
