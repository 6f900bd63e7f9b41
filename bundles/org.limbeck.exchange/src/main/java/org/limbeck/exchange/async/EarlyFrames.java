package org.limbeck.exchange.async;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Frames of an edge that wait for one that has not come. */
final class EarlyFrames {
  private static final int MOST = 512;

  private final NavigableMap<Long, byte[]> frames = new TreeMap<>();
  private long mostBytes;
  private long bytes;

  /** Keeps no more than so many bytes from now on. */
  void limit(long most) {
    mostBytes = most;
  }

  boolean isEmpty() {
    return frames.isEmpty();
  }

  boolean has(long sequence) {
    return frames.containsKey(sequence);
  }

  /** Keeps a frame, unless there are too many. */
  void keep(long sequence, byte[] frame) {
    if (frames.size() < MOST
        && bytes + frame.length <= mostBytes
        && frames.putIfAbsent(sequence, frame) == null) {
      bytes += frame.length;
    }
  }

  /** Takes a frame out; null if it is not there. */
  byte[] take(long sequence) {
    byte[] frame = frames.remove(sequence);
    bytes -= frame == null ? 0 : frame.length;
    return frame;
  }

  /** Lets go of the frames before one. */
  void forgetBefore(long sequence) {
    frames.headMap(sequence).clear();
    bytes = frames.values().stream().mapToLong(frame -> frame.length).sum();
  }

  void clear() {
    frames.clear();
    bytes = 0;
  }
}
