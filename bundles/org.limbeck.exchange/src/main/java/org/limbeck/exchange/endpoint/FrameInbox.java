package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.exchange.discovery.PeerAnnouncements;

/**
 * The frames that have arrived for a device and wait to be read, and what others have announced.
 * Keeps copies of its own, in buffers that it reuses. Safe for use by several threads at once.
 */
public final class FrameInbox implements FrameSink {
  private static final System.Logger LOG = System.getLogger(FrameInbox.class.getName());

  private final ArrayDeque<ByteBuffer> waiting = new ArrayDeque<>();
  private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
  private final PeerAnnouncements announcements = new PeerAnnouncements();
  private final long mostBytes;
  private long waitingBytes;
  private boolean full;

  /**
   * Makes an inbox.
   *
   * @param mostBytes how many bytes may wait; frames beyond them are lost
   */
  public FrameInbox(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public synchronized void frame(ByteBuffer frame) {
    int length = frame.remaining();
    if (waitingBytes + length > mostBytes) {
      overflow();
      return;
    }
    ByteBuffer copy = free.poll();
    if (copy == null || copy.capacity() < length) {
      copy = ByteBuffer.allocate(length);
    }
    copy.clear().put(0, frame, frame.position(), length).limit(length);
    waiting.add(copy);
    waitingBytes += length;
    notifyAll();
  }

  @Override
  public void announcement(String device, ByteBuffer announcement) {
    announcements.heard(device, announcement);
  }

  /** Returns what others have announced. */
  public PeerAnnouncements announcements() {
    return announcements;
  }

  /** Takes the oldest frame that waits; null if there is none. */
  public synchronized ByteBuffer poll() {
    return next();
  }

  /** Returns how many frames wait. */
  public synchronized int size() {
    return waiting.size();
  }

  /**
   * Takes the oldest frame that waits, or waits for one.
   *
   * @param deadline until when, as {@link System#nanoTime} has it
   * @return null if none has come
   */
  public synchronized ByteBuffer await(long deadline) throws InterruptedException {
    return awaitArrival(deadline) ? next() : null;
  }

  /**
   * Waits for a frame, and leaves it here.
   *
   * @param deadline until when, as {@link System#nanoTime} has it
   * @return whether one waits
   */
  public synchronized boolean awaitArrival(long deadline) throws InterruptedException {
    while (waiting.isEmpty()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      wait(1 + left / 1_000_000);
    }
    return true;
  }

  /** Gives back a buffer from {@link #poll} for reuse. */
  public synchronized void recycle(ByteBuffer buffer) {
    free.add(buffer);
  }

  private ByteBuffer next() {
    ByteBuffer frame = waiting.poll();
    if (frame != null) {
      waitingBytes -= frame.remaining();
      full = false;
    }
    return frame;
  }

  private void overflow() {
    if (!full) {
      LOG.log(
          System.Logger.Level.WARNING,
          "more than {0} bytes wait to be read; frames are lost until some are",
          mostBytes);
    }
    full = true;
  }
}
