package org.limbeck.engine;

import java.util.List;
import org.limbeck.api.transport.FrameSink;
import org.limbeck.api.transport.Link;
import org.limbeck.api.transport.Transport;

/** Notes the size of every frame that arrives. */
record CountingTransport(Transport inner, List<Integer> delivered) implements Transport {

  @Override
  public Link open(String device, FrameSink sink) {
    return inner.open(
        device,
        frame -> {
          delivered.add(frame.remaining());
          sink.frame(frame);
        });
  }
}
