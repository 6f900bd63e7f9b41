package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import org.limbeck.api.Block;
import org.limbeck.exchange.state.PublicCopy;

/**
 * The frames that a device has sent last, to send them again, and what its public copy was before
 * each of them. Used by one thread at a time.
 */
final class FrameHistory {
  private static final int KEPT = 256;

  private final ArrayDeque<Sent> frames = new ArrayDeque<>();

  /**
   * A frame that was sent.
   *
   * @param sequence its sequence number
   * @param bytes the whole frame
   * @param payloadBytes how many of them are encoded values
   * @param before the rows that it changed, as they were before
   */
  record Sent(long sequence, ByteBuffer bytes, int payloadBytes, Block before) {}

  void add(Sent sent) {
    frames.add(sent);
    if (frames.size() > KEPT) {
      frames.remove();
    }
  }

  Optional<Sent> find(long sequence) {
    return frames.stream().filter(sent -> sent.sequence() == sequence).findFirst();
  }

  /** Returns whether it is known what the public copy was when so many frames had been sent. */
  boolean reaches(long version, PublicCopy now) {
    return version == now.frames()
        || (!frames.isEmpty() && version >= frames.getFirst().sequence() && version < now.frames());
  }

  /**
   * Reads rows of the public copy as they were when so many frames had been sent.
   *
   * @param now the public copy
   * @param rows names the rows
   * @param into receives them
   */
  void read(long version, PublicCopy now, Block rows, Block into) {
    now.read(rows, into);
    for (Iterator<Sent> latest = frames.descendingIterator(); latest.hasNext(); ) {
      Sent sent = latest.next();
      if (sent.sequence() < version) {
        return;
      }
      restore(sent.before(), into);
    }
  }

  private static void restore(Block before, Block into) {
    int width = into.width();
    for (int i = 0; i < into.rows(); i++) {
      for (int j = 0; j < before.rows(); j++) {
        if (into.ids()[i] == before.ids()[j]) {
          System.arraycopy(before.values(), j * width, into.values(), i * width, width);
        }
      }
    }
  }
}
