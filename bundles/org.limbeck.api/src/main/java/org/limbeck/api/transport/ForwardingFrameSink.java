package org.limbeck.api.transport;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A sink that passes every call on to another one, those of default methods too. What wraps one
 * extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingFrameSink implements FrameSink {
  private final FrameSink sink;

  /** Forwards to another one. */
  protected ForwardingFrameSink(FrameSink sink) {
    this.sink = sink;
  }

  @Override
  public void frame(ByteBuffer frame) {
    sink.frame(frame);
  }

  @Override
  public void frame(String sender, ByteBuffer frame) {
    sink.frame(sender, frame);
  }

  @Override
  public void announcement(String device, ByteBuffer announcement) {
    sink.announcement(device, announcement);
  }
}
