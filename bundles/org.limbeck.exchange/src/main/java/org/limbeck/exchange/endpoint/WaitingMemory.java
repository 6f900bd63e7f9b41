package org.limbeck.exchange.endpoint;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * The memory that frames from other processes may take while they wait: an eighth of the heap for
 * all devices of a process. Safe for use by several threads at once.
 */
public final class WaitingMemory {
  private static final int HEAP_SHARE = 8;

  private final long bytes;
  private final AtomicInteger devices = new AtomicInteger();

  /** Is for as many devices as join. */
  public WaitingMemory() {
    this(Runtime.getRuntime().maxMemory() / HEAP_SHARE);
  }

  WaitingMemory(long bytes) {
    this.bytes = bytes;
  }

  /** Makes the share of one more device; closed, it leaves its memory to the others. */
  WaitingShare join() {
    devices.incrementAndGet();
    return new WaitingShare(this);
  }

  void leave() {
    devices.decrementAndGet();
  }

  /** Returns how many bytes each device has. */
  long ofADevice() {
    return bytes / Math.max(1, devices.get());
  }
}
