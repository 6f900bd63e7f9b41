package org.limbeck.engine;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.limbeck.api.transport.ForwardingFrameSink;
import org.limbeck.api.transport.ForwardingTransport;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

/** Notes the size of every frame that arrives, and does not say that this happens at once. */
final class CountingTransport extends ForwardingTransport {
  private final List<Integer> delivered;

  CountingTransport(Transport inner, List<Integer> delivered) {
    super(inner);
    this.delivered = delivered;
  }

  @Override
  public Link open(String device, FrameSink sink) {
    return super.open(device, counting(sink));
  }

  @Override
  public Link open(String device, FrameSink sink, Set<String> others) {
    return super.open(device, counting(sink), others);
  }

  @Override
  public boolean isImmediate() {
    return false;
  }

  private FrameSink counting(FrameSink sink) {
    return new ForwardingFrameSink(sink) {
      @Override
      public void frame(ByteBuffer frame) {
        delivered.add(frame.remaining());
        super.frame(frame);
      }
    };
  }
}
