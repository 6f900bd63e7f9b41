package org.limbeck.exchange.async;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.limbeck.api.transport.ForwardingLink;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;
import org.limbeck.exchange.endpoint.InProcessTransport;

/** Loses nothing, and carries one frame from one device to another in so many ticks. */
final class NarrowTransport implements Transport {
  private final InProcessTransport network = new InProcessTransport();
  private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
  private final int ticksPerFrame;
  private long now;
  private int mostWaiting;

  NarrowTransport(int ticksPerFrame) {
    this.ticksPerFrame = ticksPerFrame;
  }

  /** Returns how many frames have waited to go from one device to another, at the most. */
  int mostWaiting() {
    return mostWaiting;
  }

  /** Lets one unit of time pass. */
  void tick() {
    if (now++ % ticksPerFrame == 0) {
      for (Queue<Runnable> frames : waiting.values()) {
        Runnable next = frames.poll();
        if (next != null) {
          next.run();
        }
      }
    }
  }

  @Override
  public Link open(String device, FrameSink sink) {
    Link link = network.open(device, sink);
    return new ForwardingLink(link) {
      @Override
      public void send(Collection<String> to, ByteBuffer frame) {
        ByteBuffer copy = ByteBuffer.allocate(frame.remaining());
        copy.put(0, frame, frame.position(), frame.remaining());
        for (String receiver : to) {
          Queue<Runnable> frames =
              waiting.computeIfAbsent(device + ">" + receiver, way -> new ArrayDeque<>());
          frames.add(() -> link.send(List.of(receiver), copy));
          mostWaiting = Math.max(mostWaiting, frames.size());
        }
      }
    };
  }
}
