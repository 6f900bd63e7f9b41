package org.limbeck.engine.network;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.limbeck.api.transport.FrameSink;

/**
 * The frames that have arrived for a device and wait to be read. Keeps copies of its own, in
 * buffers that it reuses. Safe for use by several threads at once.
 */
public final class Inbox implements FrameSink {
  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();

  @Override
  public synchronized void frame(ByteBuffer frame) {
    int length = frame.remaining();
    ByteBuffer copy = free.poll();
    if (copy == null || copy.capacity() < length) {
      copy = ByteBuffer.allocate(length);
    }
    copy.clear().put(0, frame, frame.position(), length).limit(length);
    waiting.add(copy);
  }

  /** Takes the oldest frame that waits; null if there is none. */
  public synchronized ByteBuffer poll() {
    return waiting.poll();
  }

  /** Gives back a buffer from {@link #poll} for reuse. */
  public synchronized void recycle(ByteBuffer buffer) {
    free.add(buffer);
  }
}
