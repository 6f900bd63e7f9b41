package org.limbeck.api.transport;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A link that passes every call on to another one, those of default methods too. What wraps one
 * extends this, and overrides what it changes.
 */
@ConsumerType
public abstract class ForwardingLink implements Link {
  private final Link link;

  /** Forwards to another one. */
  protected ForwardingLink(Link link) {
    this.link = link;
  }

  @Override
  public void send(Collection<String> to, ByteBuffer frame) {
    link.send(to, frame);
  }

  @Override
  public void follow(Collection<String> devices) {
    link.follow(devices);
  }

  @Override
  public void hearOf(Set<String> others) {
    link.hearOf(others);
  }

  @Override
  public void announce(ByteBuffer announcement) {
    link.announce(announcement);
  }

  @Override
  public long wireBytes() {
    return link.wireBytes();
  }

  @Override
  public void close() {
    link.close();
  }
}
