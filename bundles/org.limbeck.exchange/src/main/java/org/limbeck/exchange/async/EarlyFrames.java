package org.limbeck.exchange.async;

import java.util.NavigableMap;
import java.util.TreeMap;

/** Frames of an edge that wait for one that has not come. */
final class EarlyFrames {
  private static final int MOST = 512;

  private final NavigableMap<Long, byte[]> frames = new TreeMap<>();

  boolean isEmpty() {
    return frames.isEmpty();
  }

  boolean has(long sequence) {
    return frames.containsKey(sequence);
  }

  /** Keeps a frame, unless there are too many. */
  void keep(long sequence, byte[] frame) {
    if (frames.size() < MOST) {
      frames.put(sequence, frame);
    }
  }

  /** Takes a frame out; null if it is not there. */
  byte[] take(long sequence) {
    return frames.remove(sequence);
  }

  /** Lets go of the frames before one. */
  void forgetBefore(long sequence) {
    frames.headMap(sequence).clear();
  }

  void clear() {
    frames.clear();
  }
}
