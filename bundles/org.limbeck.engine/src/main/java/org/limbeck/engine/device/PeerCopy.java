package org.limbeck.engine.device;

import java.nio.charset.StandardCharsets;
import org.limbeck.api.Block;
import org.limbeck.api.aggregation.Peer;
import org.limbeck.engine.network.Frame;
import org.limbeck.engine.network.MalformedFrameException;

/** A neighbour with the public copy of its values. */
final class PeerCopy {
  private final Peer peer;
  private final byte[] id;
  private final PublicCopy copy;

  PeerCopy(Neighbour neighbour, PublicCopy copy) {
    this.peer = new Peer(neighbour.id(), neighbour.weight(), copy.rows());
    this.id = neighbour.id().getBytes(StandardCharsets.UTF_8);
    this.copy = copy;
  }

  Peer peer() {
    return peer;
  }

  PublicCopy copy() {
    return copy;
  }

  boolean sent(Frame frame) {
    return frame.isFrom(id);
  }

  void requireNext(long sequence) throws MalformedFrameException {
    if (sequence != copy.frames()) {
      throw new MalformedFrameException(
          "frame "
              + copy.frames()
              + " of "
              + peer.id()
              + " is due, and frame "
              + sequence
              + " came");
    }
  }

  void advance(Block difference) {
    copy.add(difference);
  }

  void read(Block rows) {
    copy.read(rows);
  }
}
