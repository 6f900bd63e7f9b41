package org.limbeck.engine.device;

import java.nio.charset.StandardCharsets;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/** The public copy of a neighbour, and how far it has come. */
final class PeerCopy {
  private final Peer peer;
  private final byte[] id;
  private final PublicCopy copy;
  private long nextSequence;

  PeerCopy(Neighbour neighbour, PublicCopy copy) {
    this.peer = new Peer(neighbour.id(), neighbour.weight(), copy.rows());
    this.id = neighbour.id().getBytes(StandardCharsets.UTF_8);
    this.copy = copy;
  }

  Peer peer() {
    return peer;
  }

  boolean sent(Frame frame) {
    return frame.isFrom(id);
  }

  void requireNext(long sequence) throws MalformedFrameException {
    if (sequence != nextSequence) {
      throw new MalformedFrameException(
          "frame "
              + nextSequence
              + " of "
              + peer.id()
              + " is due, and frame "
              + sequence
              + " came");
    }
  }

  void advance(Block difference) {
    copy.add(difference);
    nextSequence++;
  }

  void read(Block rows) {
    copy.read(rows);
  }
}
