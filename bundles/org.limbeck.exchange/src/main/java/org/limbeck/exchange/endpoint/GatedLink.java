package org.limbeck.exchange.endpoint;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Set;
import org.limbeck.api.transport.ForwardingLink;
import org.limbeck.api.transport.Link;

/**
 * A link whose device lets in the frames of those whom it follows. What its transport cannot carry
 * is told from what is wrong elsewhere.
 */
final class GatedLink extends ForwardingLink {
  private final FrameGate gate;
  private final WaitingShare share;

  GatedLink(Link link, FrameGate gate, WaitingShare share) {
    super(link);
    this.gate = gate;
    this.share = share;
  }

  @Override
  public void send(Collection<String> to, ByteBuffer frame) {
    share.sends(frame.remaining());
    carry(() -> super.send(to, frame));
  }

  @Override
  public void announce(ByteBuffer announcement) {
    carry(() -> super.announce(announcement));
  }

  @Override
  public void follow(Collection<String> devices) {
    gate.follow(devices);
    carry(() -> super.follow(devices));
  }

  @Override
  public void hearOf(Set<String> others) {
    carry(() -> super.hearOf(others));
  }

  @Override
  public void close() {
    share.close();
    super.close();
  }

  private static void carry(Runnable work) {
    try {
      work.run();
    } catch (IllegalStateException e) {
      throw new TransportException(e);
    }
  }
}
