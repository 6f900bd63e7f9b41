package org.limbeck.exchange.endpoint;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What one device has of the {@link WaitingMemory}, each neighbour the same part of it. Where there
 * are very many devices, a few frames such as the device sends itself find room all the same. Safe
 * for use by several threads at once.
 */
public final class WaitingShare implements AutoCloseable {
  private static final long LEAST_BYTES = 1 << 16;
  private static final long LEAST_FRAMES = 8;

  private final WaitingMemory memory;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile long largest;

  WaitingShare(WaitingMemory memory) {
    this.memory = memory;
  }

  /** Takes note of a frame that the device sends; by one thread at a time. */
  void sends(int bytes) {
    largest = Math.max(largest, bytes);
  }

  /** Returns how many bytes of each neighbour may wait. */
  public long ofANeighbour(int neighbours) {
    return Math.max(
        memory.ofADevice() / Math.max(1, neighbours), LEAST_BYTES + LEAST_FRAMES * largest);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      memory.leave();
    }
  }
}
