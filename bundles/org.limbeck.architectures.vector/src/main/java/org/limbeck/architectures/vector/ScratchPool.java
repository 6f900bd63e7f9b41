package org.limbeck.architectures.vector;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Lends scratch buffers to whichever thread works, so that there are about as many as threads at
 * work and not as many as models. Safe for use by several threads at once; nobody waits, and
 * nothing is allocated once there are enough.
 */
final class ScratchPool {
  private final AtomicReferenceArray<ScratchBuffers> idle =
      new AtomicReferenceArray<>(4 * Runtime.getRuntime().availableProcessors());

  /** Returns a scratch that nobody else uses until it is {@linkplain #giveBack given back}. */
  ScratchBuffers borrow() {
    int first = first();
    for (int i = 0; i < idle.length(); i++) {
      ScratchBuffers scratch = idle.getAndSet((first + i) % idle.length(), null);
      if (scratch != null) {
        return scratch;
      }
    }
    return new ScratchBuffers();
  }

  /** Takes back what was borrowed, or leaves it to the garbage collector if there are many. */
  void giveBack(ScratchBuffers scratch) {
    int first = first();
    for (int i = 0; i < idle.length(); i++) {
      if (idle.compareAndSet((first + i) % idle.length(), null, scratch)) {
        return;
      }
    }
  }

  /** A thread looks first where it left its scratch the last time, which its caches still hold. */
  private int first() {
    return Math.floorMod(Thread.currentThread().hashCode(), idle.length());
  }
}
