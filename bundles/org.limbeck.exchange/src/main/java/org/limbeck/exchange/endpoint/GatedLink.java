package org.limbeck.exchange.endpoint;

import java.util.Collection;
import org.limbeck.api.transport.ForwardingLink;
import org.limbeck.api.transport.Link;

/** A link whose device lets in the frames of those whom it follows. */
final class GatedLink extends ForwardingLink {
  private final FrameGate gate;

  GatedLink(Link link, FrameGate gate) {
    super(link);
    this.gate = gate;
  }

  @Override
  public void follow(Collection<String> devices) {
    gate.follow(devices);
    super.follow(devices);
  }
}
