package org.limbeck.engine.channel;

import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/** A neighbour with the public copy of its values. */
final class PeerCopy {
  private final Neighbour neighbour;
  private final byte[] id;
  private final CopyReader reader;
  private Peer peer;

  PeerCopy(Neighbour neighbour, PublicCopy copy, boolean shared) {
    this.neighbour = neighbour;
    this.id = neighbour.id().getBytes(StandardCharsets.UTF_8);
    this.reader = new CopyReader(copy, shared);
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
