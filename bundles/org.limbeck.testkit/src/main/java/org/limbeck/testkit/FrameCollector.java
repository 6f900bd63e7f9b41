package org.limbeck.testkit;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.limbeck.api.transport.FrameSink;

/** Keeps the frames that arrive. */
final class FrameCollector implements FrameSink {
  private final Duration patience;
  private final List<ByteBuffer> frames = new ArrayList<>();

  FrameCollector(Duration patience) {
    this.patience = patience;
  }

  @Override
  public synchronized void frame(ByteBuffer frame) {
    frames.add(ByteBuffer.allocate(frame.remaining()).put(frame.duplicate()).flip());
    notifyAll();
  }

  /** Waits until so many frames are there, or patience ends, and returns those that are. */
  synchronized List<ByteBuffer> await(int count) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (frames.size() < count && deadline - System.nanoTime() > 0) {
      wait(1 + (deadline - System.nanoTime()) / 1_000_000);
    }
    return List.copyOf(frames);
  }
}
