package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Optional;

/** The last frames of a channel, to send them again. Used by one thread at a time. */
final class SentFrames {
  private final int depth;
  private final ArrayDeque<Sent> frames = new ArrayDeque<>();

  private record Sent(long round, ByteBuffer frame) {}

  /**
   * Has no frames yet.
   *
   * @param depth how many are kept, 0 or more
   */
  SentFrames(int depth) {
    this.depth = depth;
  }

  /** Keeps a copy of the frame of a round, in the place of the oldest. */
  void keep(long round, ByteBuffer frame) {
    if (depth > 0) {
      ByteBuffer oldest = frames.size() < depth ? null : frames.remove().frame();
      int length = frame.remaining();
      ByteBuffer copy =
          oldest != null && oldest.capacity() >= length ? oldest : ByteBuffer.allocate(length);
      copy.clear().put(0, frame, frame.position(), length).limit(length);
      frames.add(new Sent(round, copy));
    }
  }

  /** Returns the frame of a round, if it is still here. */
  Optional<ByteBuffer> of(long round) {
    return frames.stream().filter(sent -> sent.round() == round).map(Sent::frame).findFirst();
  }
}
