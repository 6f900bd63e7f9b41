package org.limbeck.exchange.lockstep;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.limbeck.exchange.frame.MalformedFrameException;
import org.limbeck.exchange.frame.RejectReason;

/**
 * The frames that have arrived and whose round has not come. One is kept for each channel, round
 * and sender, the first that arrives; taking it out, or letting its round pass, gives its buffer
 * back. An honest neighbour is at most one round ahead, so that what is kept is bounded by two
 * frames per neighbour and channel; against others there is a limit in bytes for each sender, so
 * that nobody's frames take the place of another's. Used by one thread at a time.
 */
final class ReorderBuffer {
  private final Map<Key, ByteBuffer> frames = new HashMap<>();
  private final Consumer<ByteBuffer> recycler;
  private final Map<String, Long> bytes = new HashMap<>();

  /**
   * Has no frames yet.
   *
   * @param recycler where their buffers go back
   */
  ReorderBuffer(Consumer<ByteBuffer> recycler) {
    this.recycler = recycler;
  }

  /**
   * Checks that there is room for a frame.
   *
   * @param mostBytes how many bytes of its sender may be kept
   * @throws MalformedFrameException if there is none: honest devices are not that far ahead
   */
  void requireRoom(String sender, ByteBuffer frame, long mostBytes) throws MalformedFrameException {
    if (bytes.getOrDefault(sender, 0L) + frame.capacity() > mostBytes) {
      throw new MalformedFrameException(
          RejectReason.TOO_EARLY, "a frame of " + sender + " comes too early to be kept");
    }
  }

  /** Keeps a frame, unless the same one is there already. */
  void keep(int channel, long round, String sender, ByteBuffer frame) {
    if (frames.putIfAbsent(new Key(channel, round, sender), frame) == null) {
      bytes.merge(sender, (long) frame.capacity(), Long::sum);
    } else {
      recycler.accept(frame);
    }
  }

  boolean has(int channel, long round, String sender) {
    return frames.containsKey(new Key(channel, round, sender));
  }

  /** Takes a frame out; null if it is not there. The caller recycles it. */
  ByteBuffer take(int channel, long round, String sender) {
    ByteBuffer frame = frames.remove(new Key(channel, round, sender));
    if (frame != null) {
      free(sender, frame);
    }
    return frame;
  }

  /** Lets go of frames up to a round: they came twice, or too late. */
  void forgetThrough(long round) {
    frames
        .entrySet()
        .removeIf(
            entry -> {
              boolean late = entry.getKey().round() <= round;
              if (late) {
                free(entry.getKey().sender(), entry.getValue());
                recycler.accept(entry.getValue());
              }
              return late;
            });
  }

  private void free(String sender, ByteBuffer frame) {
    bytes.merge(sender, (long) frame.capacity(), (all, one) -> all.equals(one) ? null : all - one);
  }

  private record Key(int channel, long round, String sender) {}
}
