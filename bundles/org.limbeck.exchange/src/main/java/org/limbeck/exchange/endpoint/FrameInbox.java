package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.exchange.discovery.PeerAnnouncements;

/**
 * The frames that have arrived for a device and wait to be read, and what others have announced.
 * Keeps copies of its own, in buffers that it reuses. Safe for use by several threads at once.
 */
public final class FrameInbox implements FrameSink {
  /** A buffer is not reused for a frame that would leave more of it empty than this share. */
  private static final int LEAST_USED = 4;

  private static final int MOST_FREE = 256;
  private static final int MOST_FREE_BYTES = 4 << 20;

  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final ArrayDeque<ByteBuffer> free = new ArrayDeque<>();
  private final Map<String, Long> waitingBytes = new HashMap<>();
  private final PeerAnnouncements announcements;
  private final AtomicLong refused = new AtomicLong();
  private int freeBytes;

  private record Waiting(String sender, ByteBuffer bytes) {}

  /**
   * Is empty.
   *
   * @param announcements takes note of what others announce
   */
  public FrameInbox(PeerAnnouncements announcements) {
    this.announcements = announcements;
  }

  /** Takes a frame of this process, in which nobody sends more than others can take in. */
  @Override
  public void frame(ByteBuffer frame) {
    add("", frame, Long.MAX_VALUE);
  }

  /**
   * Takes a frame, unless too much of its sender waits already. What counts is the memory that
   * frames take, and nobody's frames take the place of another's.
   *
   * @param mostBytes how many bytes of the sender may wait
   * @return whether it was taken
   */
  synchronized boolean add(String sender, ByteBuffer frame, long mostBytes) {
    int length = frame.remaining();
    boolean reuses = fits(free.peek(), length);
    long bytes = waitingBytes.getOrDefault(sender, 0L) + (reuses ? free.peek().capacity() : length);
    if (bytes > mostBytes) {
      return false;
    }
    ByteBuffer reused = nextFree();
    ByteBuffer copy = reuses ? reused : ByteBuffer.allocate(length);
    copy.clear().put(0, frame, frame.position(), length).limit(length);
    waiting.add(new Waiting(sender, copy));
    waitingBytes.put(sender, bytes);
    notifyAll();
    return true;
  }

  private ByteBuffer nextFree() {
    ByteBuffer next = free.poll();
    freeBytes -= next == null ? 0 : next.capacity();
    return next;
  }

  private static boolean fits(ByteBuffer buffer, int length) {
    return buffer != null
        && buffer.capacity() >= length
        && buffer.capacity() / LEAST_USED <= length;
  }

  /** Takes note that something was not let in. */
  void refuse() {
    refused.incrementAndGet();
  }

  /** Returns how often something was not let in. */
  long refused() {
    return refused.get();
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

  /** Gives back a buffer from {@link #poll}, for reuse unless there are enough. */
  public synchronized void recycle(ByteBuffer buffer) {
    if (free.size() < MOST_FREE && buffer.capacity() <= MOST_FREE_BYTES - freeBytes) {
      free.add(buffer);
      freeBytes += buffer.capacity();
    }
  }

  /** Returns how many bytes are kept for reuse. */
  synchronized int freeBytes() {
    return freeBytes;
  }

  private ByteBuffer next() {
    Waiting next = waiting.poll();
    if (next == null) {
      return null;
    }
    int bytes = next.bytes().capacity();
    waitingBytes.computeIfPresent(
        next.sender(), (sender, before) -> before == bytes ? null : before - bytes);
    return next.bytes();
  }
}
