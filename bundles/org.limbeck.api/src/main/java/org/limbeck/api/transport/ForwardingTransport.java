package org.limbeck.api.transport;

import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A transport that passes every call on to another one, those of default methods too. What wraps
 * one extends this, and overrides what it changes. Whoever wraps the links of a transport overrides
 * both {@code open} methods.
 */
@ConsumerType
public abstract class ForwardingTransport implements Transport {
  private final Transport transport;

  /** Forwards to another one. */
  protected ForwardingTransport(Transport transport) {
    this.transport = transport;
  }

  @Override
  public Link open(String device, FrameSink sink) {
    return transport.open(device, sink);
  }

  @Override
  public Link open(String device, FrameSink sink, Set<String> others) {
    return transport.open(device, sink, others);
  }

  @Override
  public boolean isImmediate() {
    return transport.isImmediate();
  }

  @Override
  public boolean isLocal() {
    return transport.isLocal();
  }

  @Override
  public Optional<String> network() {
    return transport.network();
  }
}
